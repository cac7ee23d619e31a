-- judged_values: one row per distinct date, zone, path or address of a case. Reads cells, columns.
SELECT DISTINCT columns.kind, cells.value
FROM cells JOIN columns ON columns.file = cells.file AND columns."column" = cells."column"
WHERE columns.kind IN ('edtf', 'zone', 'path', 'url')
ORDER BY columns.kind, cells.value
