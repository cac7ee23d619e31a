-- disputes: one row per statement with an end and id of what speaks for it or denies the access: an observation by admission
-- or partner statement that does not pass the end, about the partner and the thing of one that does; a statement of another
-- speaker that agrees on the end, or denies the access (of a partner on whom the accusation rests, too). Reads judged, ends, program_matches, category_matches, exceptions.
SELECT d.statement_id, d.observation_id AS disputed_by
FROM judged AS d
JOIN judged AS a ON a.statement_id = d.statement_id AND a.seen_partner_id = d.seen_partner_id
JOIN program_matches AS p ON p.stated = d.seen_program_id AND p.seen = a.seen_program_id
JOIN category_matches AS c ON c.stated = d.seen_category_id AND c.seen = a.seen_category_id
WHERE d.kind <> 'never' AND d.seen AND NOT d.possible AND d.latest_date IS NOT NULL
  AND d.basis IN ('admission', 'partner statement')
  AND a.verdict NOT IN ('explained', 'consistent', 'cannot tell')
UNION
SELECT e.statement_id, x.statement_id AS disputed_by
FROM ends AS e
JOIN program_matches AS p ON p.seen = e.program_id AND NOT p.vaguer
JOIN category_matches AS c ON c.seen = e.category_id AND NOT c.vaguer
JOIN ends AS x ON x.program_id = p.stated AND x.category_id = c.stated AND x.organisation <> e.organisation
WHERE (x.partner_id IS NULL OR x.partner_id = e.partner_id OR (x.kind = 'never' AND EXISTS (
    SELECT 1 FROM judged AS j
    WHERE j.statement_id = e.statement_id AND j.seen_partner_id = x.partner_id
      AND j.verdict NOT IN ('explained', 'consistent', 'cannot tell'))))
  AND x.quantifier NOT IN ('some', 'most')
  AND coalesce(x.earliest_date <= e.latest_date, TRUE) AND coalesce(e.earliest_date <= x.latest_date, TRUE)
  AND (x.kind = 'never' OR (e.kind <> 'never' AND x.kind IN ('ended', 'will-end')))
  AND NOT EXISTS (
    SELECT 1 FROM exceptions WHERE exceptions.statement_id = x.statement_id AND exceptions.partner_id = e.partner_id)
