-- csv_rejects: one row per line of a CSV file that could not be parsed, with what DuckDB says of it. Reads reject_errors.
SELECT line, min(error_message) AS reason, min(csv_line) AS raw FROM reject_errors GROUP BY line ORDER BY line
