-- log_coverage: one row per stretch of a log's days (kind records, gap, low), and one per remark on a file (truncated, clock back)
-- or on the log (incomplete), which have no days. Reads log_stretches, log_files, log_settings.
SELECT log_id, kind, from_date, until_date,
    CASE kind WHEN 'gap' THEN 'no record of anybody' WHEN 'low' THEN 'far fewer records than usual' ELSE '' END AS note
FROM log_stretches
UNION ALL
SELECT log_id, 'truncated', NULL, NULL, file || ' ' || truncated_why FROM log_files WHERE truncated
UNION ALL
SELECT log_id, 'clock back', NULL, NULL,
    file || CASE WHEN clock_back = 1 THEN ' has 1 row that is' ELSE ' has ' || format('{:,}', clock_back) || ' rows that are' END
        || ' earlier than the row before'
FROM log_files WHERE clock_back > 0
UNION ALL
SELECT log_id, 'incomplete', NULL, NULL, incomplete FROM log_settings WHERE incomplete <> ''
ORDER BY log_id, from_date NULLS LAST, kind, note
