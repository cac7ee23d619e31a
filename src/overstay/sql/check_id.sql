-- check_id: one row per key that cannot serve as a name (ids stand in lists, links and file names). Reads cells, columns.
SELECT cells.file, cells.line, cells."column", cells.value,
    'is no id: use up to 80 letters, digits, dots, hyphens and underscores' AS reason
FROM cells JOIN columns ON columns.file = cells.file AND columns."column" = cells."column" AND columns.is_key
WHERE NOT regexp_full_match(cells.value, '[\pL\pN][\pL\pN._-]{0,79}')
