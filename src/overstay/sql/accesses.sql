-- accesses: one row per observation, with the bounds of the last access seen and of how far it watched.
-- Reads observations, sources, dates, log_access, log_settings. seen = FALSE for refused access, which has no last_seen (its bounds are NULL);
-- where seen, NULL bounds = open on that side. watched_from NULL = it says nothing about later days. log_id NULL = it is no log.
SELECT
    o.observation_id, o.source_id, coalesce(o.program_id, '') AS program_id, o.partner_id,
    coalesce(o.category_id, '') AS category_id, o.basis, o.extent, o.users, o.partners,
    o.last_seen, o.watched_until, o.last_seen IS NOT NULL AS seen,
    coalesce($reading <> 'plain' AND (o.reading = 'arguable' OR d.arguable), FALSE) OR coalesce(NOT x.known, FALSE) AS arguable,
    CAST(d.earliest_date AS DATE) AS earliest_date, CAST(d.latest_date AS DATE) AS latest_date,
    d.earliest_at, d.latest_at, d.earliest_local, d.latest_local, coalesce(d.has_zone, FALSE) OR x.log_id IS NOT NULL AS has_zone,
    CAST(w.earliest_date AS DATE) AS watched_from,
    x.log_id, coalesce(t.period_unit, '') AS period_unit, coalesce(t.incomplete, '') AS incomplete, x.last_at, x.last_until_at,
    CAST(x.last_day AS DATE) AS last_day
FROM observations AS o
JOIN sources ON sources.source_id = o.source_id
LEFT JOIN dates AS d ON d.edtf = o.last_seen AND d.zone = coalesce(sources.zone, $zone)
LEFT JOIN dates AS w ON w.edtf = o.watched_until AND w.zone = coalesce(sources.zone, $zone)
LEFT JOIN log_access AS x ON x.observation_id = o.observation_id
LEFT JOIN log_settings AS t ON t.log_id = x.log_id
WHERE NOT EXISTS (SELECT 1 FROM left_out WHERE left_out.row_id = o.observation_id AND left_out."table" = 'observations')
