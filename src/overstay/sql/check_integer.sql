-- check_integer: one row per cell that should hold a whole number and does not. Reads cells, columns.
SELECT cells.file, cells.line, cells."column", cells.value, 'is not a whole number, written in digits alone' AS reason
FROM cells JOIN columns ON columns.file = cells.file AND columns."column" = cells."column" AND columns.kind = 'integer'
WHERE NOT regexp_full_match(cells.value, '[0-9]{1,15}')
