-- log_spans: one row per log and day (month, year) with records of anybody: how many, and whether they are far fewer than usual (a
-- tenth of the median, where there are at least fourteen). Reads log_days, log_settings. until_date = the last day of the period.
SELECT
    counted.log_id, counted.day AS from_date,
    CAST(CASE s.period_unit WHEN 'month' THEN counted.day + INTERVAL 1 MONTH - INTERVAL 1 DAY
        WHEN 'year' THEN counted.day + INTERVAL 1 YEAR - INTERVAL 1 DAY ELSE counted.day END AS DATE) AS until_date,
    counted."rows",
    count(*) OVER (PARTITION BY counted.log_id) >= 14
        AND counted."rows" < 0.1 * median(counted."rows") OVER (PARTITION BY counted.log_id) AS low
FROM (SELECT log_id, day, sum("rows")::BIGINT AS "rows" FROM log_days GROUP BY log_id, day) AS counted
JOIN log_settings AS s ON s.log_id = counted.log_id
