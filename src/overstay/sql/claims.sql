-- claims: one row per statement with an end, with the claim that it makes: statements of one speaker about one thing whose
-- ends overlap are one claim, named after its first statement. Reads ends. A `never`, and an end open on a side, join
-- nothing: an open side overlaps with everything.
WITH ordered AS (
    SELECT
        ends.*,
        max(latest_date) OVER (
            PARTITION BY organisation, program_id, partner_id, category_id, about, count_stated
            ORDER BY earliest_date, latest_date, statement_id
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
    FROM ends
    WHERE kind <> 'never' AND earliest_date IS NOT NULL AND latest_date IS NOT NULL
),
numbered AS (
    SELECT
        ordered.*,
        sum(CASE WHEN reached IS NULL OR earliest_date > reached THEN 1 ELSE 0 END) OVER (
            PARTITION BY organisation, program_id, partner_id, category_id, about, count_stated
            ORDER BY earliest_date, latest_date, statement_id
            ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS island
    FROM ordered
)
SELECT
    statement_id,
    min(statement_id) OVER (
        PARTITION BY organisation, program_id, partner_id, category_id, about, count_stated, island) AS claim_id
FROM numbered
UNION ALL
SELECT statement_id, statement_id AS claim_id
FROM ends
WHERE kind = 'never' OR earliest_date IS NULL OR latest_date IS NULL
