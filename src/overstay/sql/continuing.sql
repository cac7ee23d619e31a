-- continuing: one row per statement about all partners that gives an end: how many partners it excepts, or others are said
-- to continue past that end (for a `never`, at any time). Among so many, an observation that names nobody proves nothing.
-- Reads ends, stated, exceptions, program_matches, category_matches.
WITH kept AS (
    SELECT e.statement_id, c.partner_id, c.count_stated
    FROM ends AS e
    JOIN stated AS c ON c.kind = 'continues' AND (e.kind = 'never' OR c.latest_at IS NULL OR c.latest_at > e.latest_at)
    WHERE e.partner_id IS NULL
      AND EXISTS (
        SELECT 1 FROM program_matches AS m
        WHERE (m.stated = e.program_id AND m.seen = c.program_id) OR (m.stated = c.program_id AND m.seen = e.program_id))
      AND EXISTS (
        SELECT 1 FROM category_matches AS m
        WHERE (m.stated = e.category_id AND m.seen = c.category_id)
           OR (m.stated = c.category_id AND m.seen = e.category_id))
    UNION
    SELECT statement_id, partner_id, NULL AS count_stated FROM exceptions
)
SELECT
    ends.statement_id,
    count(DISTINCT kept.partner_id)
    + coalesce(max(CASE WHEN kept.partner_id IS NULL THEN kept.count_stated END), 0) AS partners
FROM ends LEFT JOIN kept ON kept.statement_id = ends.statement_id
WHERE ends.partner_id IS NULL
GROUP BY ends.statement_id
