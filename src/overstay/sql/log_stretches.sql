-- log_stretches: one row per stretch of days of a log: kind `records`, `gap` (no record of anybody between two days with records) or
-- `low` (far fewer than usual). Reads log_spans. Both days belong to the stretch.
WITH days AS (
    SELECT
        log_id, from_date, until_date, low,
        lag(until_date) OVER (PARTITION BY log_id ORDER BY from_date) AS before_date,
        lag(low) OVER (PARTITION BY log_id ORDER BY from_date) AS low_before
    FROM log_spans
),
runs AS (
    SELECT
        days.*,
        sum(CASE WHEN before_date IS NULL OR from_date > before_date + INTERVAL 1 DAY OR low <> low_before THEN 1 ELSE 0 END)
            OVER (PARTITION BY log_id ORDER BY from_date ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS run
    FROM days
)
SELECT log_id, CASE WHEN low THEN 'low' ELSE 'records' END AS kind, min(from_date) AS from_date, max(until_date) AS until_date
FROM runs
GROUP BY log_id, run, low
UNION ALL
SELECT
    log_id, 'gap' AS kind, CAST(before_date + INTERVAL 1 DAY AS DATE) AS from_date,
    CAST(from_date - INTERVAL 1 DAY AS DATE) AS until_date
FROM days
WHERE from_date > before_date + INTERVAL 1 DAY
ORDER BY log_id, from_date
