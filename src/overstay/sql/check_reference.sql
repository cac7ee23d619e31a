-- check_reference: one row per id that its table does not hold. Reads cells, columns, keys (usable = the row was not rejected;
-- unread: the file could not be read at all, which is reported once and not for each id). A target may be several files.
SELECT
    named.file, named.line, named."column", named.id AS value,
    CASE WHEN bool_or(keys.id IS NOT NULL) THEN 'names a row of ' || named.target || ' that was rejected'
        ELSE 'is not in ' || named.target END AS reason
FROM (
    SELECT cells.file, cells.line, cells."column", columns.target,
        trim(unnest(CASE WHEN columns.kind = 'ids' THEN string_split(cells.value, '|') ELSE [cells.value] END)) AS id
    FROM cells JOIN columns ON columns.file = cells.file AND columns."column" = cells."column" AND columns.target <> ''
) AS named
LEFT JOIN keys ON list_contains(string_split(named.target, ' or '), keys.file) AND keys.id = named.id
WHERE NOT EXISTS (SELECT 1 FROM unread WHERE list_contains(string_split(named.target, ' or '), unread.file))
GROUP BY named.file, named.line, named."column", named.id, named.target
HAVING NOT coalesce(bool_or(keys.usable), FALSE)
