-- keys: one row per id that a file gives; usable = its row was not left out. Reads cells, columns, left_out.
SELECT cells.file, cells.value AS id, bool_or(left_out.file IS NULL) AS usable
FROM cells
JOIN columns ON columns.file = cells.file AND columns."column" = cells."column" AND columns.is_key
LEFT JOIN left_out ON left_out.file = cells.file AND left_out.line = CAST(cells.line AS VARCHAR)
GROUP BY cells.file, cells.value
