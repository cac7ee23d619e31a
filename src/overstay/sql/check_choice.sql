-- check_choice: one row per cell with a value that its closed list does not have. Reads cells, choices.
SELECT cells.file, cells.line, cells."column", cells.value, 'is not one of ' || listed.listed AS reason
FROM cells
JOIN (
    SELECT file, "column", string_agg(value, ', ' ORDER BY place) AS listed FROM choices GROUP BY file, "column"
) AS listed ON listed.file = cells.file AND listed."column" = cells."column"
LEFT JOIN choices ON choices.file = cells.file AND choices."column" = cells."column" AND choices.value = cells.value
WHERE choices.value IS NULL
