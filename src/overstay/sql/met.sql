-- met: one row per statement that gives an end and observation of the same thing. Reads ends, accesses, exceptions, continuing,
-- program_matches, category_matches. vaguer = the observation says less about program or kind of data than the statement.
SELECT
    e.*, a.observation_id, a.source_id AS seen_source_id, a.partner_id AS seen_partner_id,
    a.program_id AS seen_program_id, a.category_id AS seen_category_id,
    a.basis, a.extent, a.users, a.partners, a.seen, a.last_seen, a.watched_until, a.watched_from,
    a.earliest_date AS seen_earliest, a.latest_date AS seen_latest,
    a.earliest_at AS seen_earliest_at, a.latest_at AS seen_latest_at,
    a.earliest_local AS seen_earliest_local, a.latest_local AS seen_latest_local,
    a.arguable AS seen_arguable,
    a.log_id, a.period_unit, a.incomplete, a.last_at, a.last_until_at, a.last_day,
    p.vaguer OR c.vaguer AS vaguer,
    e.source_id = a.source_id AS same_source,
    e.source_id = a.source_id AND NOT e.has_zone AND NOT a.has_zone AS same_zone,
    coalesce(k.partners, 0) AS kept,
    e.quantifier = 'all' AND a.partner_id IS NULL
        AND coalesce(a.partners, 1) <= coalesce(k.partners, 0) AS perhaps_kept
FROM ends AS e
JOIN program_matches AS p ON p.stated = e.program_id
JOIN category_matches AS c ON c.stated = e.category_id
JOIN accesses AS a ON a.program_id = p.seen AND a.category_id = c.seen
LEFT JOIN continuing AS k ON k.statement_id = e.statement_id
WHERE (e.partner_id IS NULL OR e.partner_id = a.partner_id)
  AND NOT EXISTS (
    SELECT 1 FROM exceptions AS x WHERE x.statement_id = e.statement_id AND x.partner_id = a.partner_id)
