-- log_days_read: the rows by day of all loaded files, each with its log. Reads log_files and the Parquet files of the cache.
SELECT f.log_id, days.* EXCLUDE (filename)
FROM read_parquet($files, filename = TRUE) AS days
JOIN (SELECT DISTINCT log_id, days FROM log_files) AS f ON f.days = days.filename
