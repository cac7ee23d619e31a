-- program_matches: one row per program that a statement may name (stated) and an observation may name (seen), where
-- both are about the same thing; '' = not specific. Reads programs. vaguer = the observation is less specific.
WITH RECURSIVE wholes AS (
    SELECT program_id AS part, program_id AS whole FROM programs
    UNION
    SELECT wholes.part, programs.part_of AS whole
    FROM wholes JOIN programs ON programs.program_id = wholes.whole
    WHERE programs.part_of IS NOT NULL
)
SELECT whole AS stated, part AS seen, FALSE AS vaguer FROM wholes
UNION ALL
SELECT '' AS stated, program_id AS seen, FALSE AS vaguer FROM programs
UNION ALL
SELECT program_id AS stated, '' AS seen, TRUE AS vaguer FROM programs
UNION ALL
SELECT '' AS stated, '' AS seen, FALSE AS vaguer
