-- log_observations: one row per row of log_access that somebody in the case can be held to, in the columns of an observation.
-- Reads log_access, log_settings, log_spans, statements. Nobody named, and names that are no partner where no statement speaks of
-- partners at large, are left out: no statement can be about them. watched_until = the last day with records of anybody.
SELECT
    a.observation_id, s.source_id, s.locator, a.partner_id, a.program_id, a.category_id, a.first_seen, a.last_seen,
    CASE s.period_unit WHEN 'month' THEN strftime(w.last_day, '%Y-%m') WHEN 'year' THEN strftime(w.last_day, '%Y')
        ELSE strftime(w.last_day, '%Y-%m-%d') END AS watched_until,
    'log' AS basis, CASE WHEN a.served = 0 THEN 'refused' ELSE s.extent END AS extent, a.reading,
    NULL::BIGINT AS users, NULL::BIGINT AS partners,
    format('{:,} {}{} served and {:,} refused, by the log {}', a.served, s.noun, CASE WHEN a.served = 1 THEN '' ELSE 's' END,
        a.refused, a.log_id) AS note
FROM log_access AS a
JOIN log_settings AS s ON s.log_id = a.log_id
JOIN (SELECT log_id, max(from_date) AS last_day FROM log_spans GROUP BY log_id) AS w ON w.log_id = a.log_id
WHERE a.partner_id IS NOT NULL
  AND (a.known OR EXISTS (SELECT 1 FROM statements WHERE statements.partner_id IS NULL))
ORDER BY a.observation_id
