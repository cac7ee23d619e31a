-- qualifiers: one row per pair of statement and observation and other statement (an extension, a continuation, a grant) of the same
-- thing and partner, whatever its dates. Reads met, stated, exceptions, program_matches, category_matches. narrower = it speaks of
-- a part of what was seen. late = public only after the end and after the day of the statement that it qualifies; FALSE where a
-- day is not known.
SELECT
    p.statement_id, p.observation_id, pm.narrower OR cm.narrower AS narrower,
    x.statement_id AS explained_by, x.organisation AS explainer, x.kind AS explained_how, x.public_date,
    coalesce(x.public_date > p.latest_date AND x.public_date > p.said_latest, FALSE) AS late,
    x.earliest_date, x.latest_date, x.earliest_at, x.latest_at
FROM met AS p
JOIN (
    SELECT stated AS said, seen, FALSE AS narrower FROM program_matches WHERE NOT vaguer
    UNION ALL
    SELECT seen AS said, stated AS seen, TRUE AS narrower FROM program_matches WHERE NOT vaguer AND seen <> stated
) AS pm ON pm.seen = p.seen_program_id
JOIN (
    SELECT stated AS said, seen, FALSE AS narrower FROM category_matches WHERE NOT vaguer
    UNION ALL
    SELECT seen AS said, stated AS seen, TRUE AS narrower FROM category_matches WHERE NOT vaguer AND seen <> stated
) AS cm ON cm.seen = p.seen_category_id
JOIN stated AS x
  ON x.program_id = pm.said AND x.category_id = cm.said AND x.statement_id <> p.statement_id
WHERE p.kind <> 'never'
  AND x.kind IN ('extension', 'continues', 'granted')
  AND (x.partner_id IS NULL OR x.partner_id = p.seen_partner_id)
  AND (x.quantifier NOT IN ('some', 'most')
       OR (p.seen_partner_id IS NULL AND coalesce(p.partners, 1) <= coalesce(x.count_stated, 1)))
  AND NOT EXISTS (
    SELECT 1 FROM exceptions AS e
    WHERE e.statement_id = x.statement_id AND e.partner_id = p.seen_partner_id)
