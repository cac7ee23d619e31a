-- log_access: one row per log, partner, program and kind of data (and whether that takes interpretation): when access was served
-- first and last, and how often it was served and refused. Reads log_days, log_labels, log_settings. first_at, last_at NULL =
-- nothing was served; last_day = the (first) day of the last in the log's own calendar. observation_id is made of the ids, so
-- that it stays what it is when the log grows.
WITH summed AS (
    SELECT
        l.log_id, l.partner_id, min(l.partner_as_logged) AS partner_as_logged, l.known,
        l.program_id, l.category_id, l.reading,
        sum(d.served)::BIGINT AS served, sum(d.refused)::BIGINT AS refused,
        min(d.first_at) AS first_at, max(d.last_at) AS last_at, max(d.last_until_at) AS last_until_at,
        min(CASE WHEN d.served > 0 THEN d.day END) AS first_day, max(CASE WHEN d.served > 0 THEN d.day END) AS last_day
    FROM log_days AS d
    JOIN log_labels AS l ON l.log_id = d.log_id AND l.label = d.label
    GROUP BY l.log_id, l.partner_id, l.known, l.program_id, l.category_id, l.reading
),
written AS (
    SELECT
        summed.*,
        regexp_replace(coalesce(partner_id, '-'), '[^\pL\pN_-]+', '-', 'g') AS partner_slug,
        concat_ws('.',
            CASE WHEN program_id IS NOT NULL OR category_id IS NOT NULL THEN coalesce(program_id, '-') END, category_id,
            CASE WHEN reading = 'arguable' THEN 'arguable' END) AS rest
    FROM summed
),
named AS (
    SELECT
        written.*,
        concat_ws('.', log_id, partner_slug
            || CASE WHEN partner_slug <> partner_id THEN '-' || left(md5(partner_id), 6) ELSE '' END, nullif(rest, '')) AS long_id
    FROM written
)
SELECT
    CASE WHEN length(n.long_id) > 80 THEN left(n.long_id, 60) || '-' || left(md5(n.long_id), 12) ELSE n.long_id END AS observation_id,
    n.log_id, n.partner_id, n.partner_as_logged, n.known, n.program_id, n.category_id, n.reading,
    CASE s.period_unit WHEN '' THEN strftime(n.first_at, '%Y-%m-%dT%H:%M:%SZ') WHEN 'day' THEN strftime(n.first_day, '%Y-%m-%d')
        WHEN 'month' THEN strftime(n.first_day, '%Y-%m') ELSE strftime(n.first_day, '%Y') END AS first_seen,
    CASE s.period_unit WHEN '' THEN strftime(n.last_at, '%Y-%m-%dT%H:%M:%SZ') WHEN 'day' THEN strftime(n.last_day, '%Y-%m-%d')
        WHEN 'month' THEN strftime(n.last_day, '%Y-%m') ELSE strftime(n.last_day, '%Y') END AS last_seen,
    n.served, n.refused, n.first_at, n.last_at, n.last_until_at, CAST(n.last_day AS DATE) AS last_day
FROM named AS n
JOIN log_settings AS s ON s.log_id = n.log_id
ORDER BY n.log_id, n.partner_id NULLS LAST, n.program_id NULLS FIRST, n.category_id NULLS FIRST, n.reading
