-- check_id: one row per key that cannot serve as a name (ids stand in lists, links and file names). Reads cells, columns.
SELECT cells.file, cells.line, cells."column", cells.value,
    'is no id: use up to 80 letters, digits, dots, hyphens and underscores' AS reason
FROM cells JOIN columns ON columns.file = cells.file AND columns."column" = cells."column" AND columns.is_key
-- The length is asked apart: {0,79} after the many letters of Unicode makes a pattern that takes long to build.
WHERE len(cells.value) > 80 OR NOT regexp_full_match(cells.value, '[\pL\pN][\pL\pN._-]*')
