-- check_part_of: one row per program or kind of data that is, over others, a part of itself. Reads cells, columns.
WITH RECURSIVE steps AS (
    SELECT k.file, k.line, k.value AS id, p."column", p.value AS whole
    FROM cells AS k
    JOIN columns ON columns.file = k.file AND columns."column" = k."column" AND columns.is_key
    JOIN cells AS p ON p.file = k.file AND p.line = k.line AND p."column" = 'part_of'
),
climbed AS (
    SELECT file, line, id, "column", whole FROM steps
    UNION
    SELECT climbed.file, climbed.line, climbed.id, climbed."column", steps.whole
    FROM climbed JOIN steps ON steps.file = climbed.file AND steps.id = climbed.whole
)
SELECT file, line, "column", id AS value, 'would be a part of itself' AS reason FROM climbed WHERE whole = id
