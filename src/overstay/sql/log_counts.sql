-- log_counts: the one row that counts a file: rows parsed, rows loaded, first and last moment (NULL = nothing was loaded).
-- Reads records.
SELECT
    count(*) AS parsed, count(label) AS loaded, min(CASE WHEN label IS NOT NULL THEN seen_at END) AS first_at,
    max(CASE WHEN label IS NOT NULL THEN coalesce(until_at, seen_at) END) AS last_at
FROM records
