-- dated_observations: one row per observation, with the bounds of first and last seen and of how far it watched.
-- NULL = blank or open on that side. Reads observations, sources, dates.
SELECT
    o.*,
    CAST(f.earliest_date AS DATE) AS first_earliest, CAST(f.latest_date AS DATE) AS first_latest,
    CAST(l.earliest_date AS DATE) AS last_earliest, CAST(l.latest_date AS DATE) AS last_latest,
    CAST(w.earliest_date AS DATE) AS watched_earliest, CAST(w.latest_date AS DATE) AS watched_latest
FROM observations AS o
JOIN sources ON sources.source_id = o.source_id
LEFT JOIN dates AS f ON f.edtf = o.first_seen AND f.zone = coalesce(sources.zone, $zone)
LEFT JOIN dates AS l ON l.edtf = o.last_seen AND l.zone = coalesce(sources.zone, $zone)
LEFT JOIN dates AS w ON w.edtf = o.watched_until AND w.zone = coalesce(sources.zone, $zone)
ORDER BY o.observation_id
