-- check_blank: one row per cell that must be filled and is not. Reads lines, cells, columns.
SELECT lines.file, lines.line, columns."column", '' AS value, 'is blank and must be filled' AS reason
FROM lines
JOIN columns ON columns.file = lines.file AND columns.required
LEFT JOIN cells ON cells.file = lines.file AND cells.line = lines.line AND cells."column" = columns."column"
WHERE cells.value IS NULL
