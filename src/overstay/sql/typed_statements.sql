-- typed_statements: the statements with their numbers as numbers. Reads staged_statements (as text).
SELECT * REPLACE (CAST("count" AS BIGINT) AS "count", CAST("of" AS BIGINT) AS "of") FROM staged_statements ORDER BY statement_id
