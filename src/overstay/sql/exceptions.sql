-- exceptions: one row per partner that a statement itself excepts. Reads statements.
SELECT DISTINCT listed.statement_id, trim(listed.partner_id) AS partner_id
FROM (
    SELECT statement_id, unnest(string_split("except", '|')) AS partner_id
    FROM statements
    WHERE "except" IS NOT NULL
) AS listed
