-- logs: one row per loaded file of a log, with its first and last record of anybody (UTC; NULL = no row was loaded).
-- Reads log_files, log_settings and, by their name, the days of each file.
SELECT
    f.log_id, f.file, f.sha256, f."rows", f.loaded, f.rejected, f.first_seen_at, f.last_seen_at, f.truncated, s.incomplete, f.users
FROM log_files AS f
JOIN log_settings AS s ON s.log_id = f.log_id
ORDER BY f.log_id, f.file
