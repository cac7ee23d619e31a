-- check_key_twice: one row per row whose key stands in an earlier line of the file. Reads cells, columns.
SELECT file, line, "column", value, 'stands already in line ' || first_line || '; give each row an id of its own' AS reason
FROM (
    SELECT cells.*, min(cells.line) OVER (PARTITION BY cells.file, cells.value) AS first_line
    FROM cells JOIN columns ON columns.file = cells.file AND columns."column" = cells."column" AND columns.is_key
) AS keyed
WHERE line > first_line
