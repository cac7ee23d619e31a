-- check_observations: one row per observation whose columns do not go together. Reads observations (as text).
SELECT 'observations.csv' AS file, line, "column", value, reason
FROM (
    SELECT line, 'last_seen' AS "column", '' AS value, 'is blank; only an observation with extent refused has none' AS reason
    FROM observations WHERE extent <> 'refused' AND last_seen IS NULL
    UNION ALL
    SELECT line, 'last_seen', last_seen, 'must be blank where access was refused; the day of the attempt is watched_until'
    FROM observations WHERE extent = 'refused' AND last_seen IS NOT NULL
    UNION ALL
    SELECT line, 'watched_until', '', 'is blank; where access was refused it holds the day of the attempt'
    FROM observations WHERE extent = 'refused' AND watched_until IS NULL
    UNION ALL
    SELECT line, 'partners', partners, 'counts partners, but the observation names one; leave it blank'
    FROM observations WHERE partner_id IS NOT NULL AND partners IS NOT NULL
) AS faults
