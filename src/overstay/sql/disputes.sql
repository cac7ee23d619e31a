-- disputes: one row per statement with an end and id of what speaks for it or denies the access: an observation of the same
-- thing, by admission or partner statement, that does not pass the end; a statement of another speaker that agrees on the
-- end, or denies the access. Reads judged, ends, program_matches, category_matches, exceptions.
SELECT statement_id, observation_id AS disputed_by
FROM judged
WHERE kind <> 'never' AND seen AND NOT possible AND latest_date IS NOT NULL
  AND basis IN ('admission', 'partner statement') AND quantifier NOT IN ('some', 'most')
UNION
SELECT e.statement_id, x.statement_id AS disputed_by
FROM ends AS e
JOIN program_matches AS p ON p.seen = e.program_id AND NOT p.vaguer
JOIN category_matches AS c ON c.seen = e.category_id AND NOT c.vaguer
JOIN ends AS x ON x.program_id = p.stated AND x.category_id = c.stated AND x.organisation <> e.organisation
WHERE (x.partner_id IS NULL OR x.partner_id = e.partner_id)
  AND x.quantifier NOT IN ('some', 'most')
  AND coalesce(x.earliest_date <= e.latest_date, TRUE) AND coalesce(e.earliest_date <= x.latest_date, TRUE)
  AND (x.kind = 'never' OR (e.kind <> 'never' AND x.kind IN ('ended', 'will-end')))
  AND NOT EXISTS (
    SELECT 1 FROM exceptions WHERE exceptions.statement_id = x.statement_id AND exceptions.partner_id = e.partner_id)
