-- category_matches: one row per kind of data that a statement may name (stated) and an observation may name (seen), where
-- both are about the same thing; '' = not specific. Reads categories. vaguer = the observation is less specific.
WITH RECURSIVE wholes AS (
    SELECT category_id AS part, category_id AS whole FROM categories
    UNION
    SELECT wholes.part, categories.part_of AS whole
    FROM wholes JOIN categories ON categories.category_id = wholes.whole
    WHERE categories.part_of IS NOT NULL
)
SELECT whole AS stated, part AS seen, FALSE AS vaguer FROM wholes
UNION ALL
SELECT '' AS stated, category_id AS seen, FALSE AS vaguer FROM categories
UNION ALL
SELECT category_id AS stated, '' AS seen, TRUE AS vaguer FROM categories
UNION ALL
SELECT '' AS stated, '' AS seen, FALSE AS vaguer
