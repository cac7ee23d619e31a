-- csv_rejects: one row per line of a CSV file that could not be parsed, and why. Reads reject_errors. $width = cells in the header.
SELECT
    line,
    min(CASE
        WHEN error_type IN ('MISSING COLUMNS', 'TOO MANY COLUMNS') THEN
            'has ' || regexp_extract(error_message, 'Found: (\d+)', 1) || CASE WHEN regexp_extract(error_message, 'Found: (\d+)', 1) = '1' THEN ' cell' ELSE ' cells' END || ' where the header has ' || $width
        WHEN error_type = 'UNQUOTED VALUE' THEN 'is not CSV (a quote that is not closed, or stands inside a cell)'
        ELSE 'is not CSV (' || lower(error_type) || ')' END) AS reason,
    min(csv_line) AS raw
FROM reject_errors
GROUP BY line
ORDER BY line
