-- check_value: one row per date, zone, path or address that cannot be read, with the reason. Reads cells, columns, refused.
SELECT cells.file, cells.line, cells."column", cells.value, refused.reason
FROM cells
JOIN columns ON columns.file = cells.file AND columns."column" = cells."column"
JOIN refused ON refused.kind = columns.kind AND refused.value = cells.value
