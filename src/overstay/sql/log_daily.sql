-- log_daily: one row per log, partner, program, kind of data and day (month, year), for the chart; measure NULL = the log has none.
-- Reads log_days, log_labels, log_settings. $partner_id, $log_id '' = all.
SELECT
    l.log_id, l.partner_id, l.program_id, l.category_id, d.day AS from_date,
    CAST(CASE s.period_unit WHEN 'month' THEN d.day + INTERVAL 1 MONTH - INTERVAL 1 DAY
        WHEN 'year' THEN d.day + INTERVAL 1 YEAR - INTERVAL 1 DAY ELSE d.day END AS DATE) AS until_date,
    sum(d.served)::BIGINT AS served, sum(d.refused)::BIGINT AS refused, avg(d.measure) AS measure
FROM log_days AS d
JOIN log_labels AS l ON l.log_id = d.log_id AND l.label = d.label
JOIN log_settings AS s ON s.log_id = l.log_id
WHERE ($log_id = '' OR l.log_id = $log_id) AND ($partner_id = '' OR l.partner_id = $partner_id)
GROUP BY l.log_id, l.partner_id, l.program_id, l.category_id, d.day, s.period_unit
ORDER BY l.log_id, l.partner_id NULLS LAST, l.program_id NULLS FIRST, l.category_id NULLS FIRST, d.day
