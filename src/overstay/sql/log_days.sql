-- log_days: one row per partner, program, kind of data and pattern (as logged; label names them) and day (or period) of one file.
-- Reads records. first_at, last_at bound what was served, NULL = nothing was; last_until_at = the latest reading of the last.
SELECT
    d.label, n.partner, n.program, n.category, n.pattern, d.* EXCLUDE (label)
FROM (
    SELECT
        label, day, count(*) AS "rows",
        sum(served)::BIGINT AS served, sum(refused)::BIGINT AS refused, avg(measure) AS measure,
        min(CASE WHEN served > 0 THEN seen_at END) AS first_at, max(CASE WHEN served > 0 THEN seen_at END) AS last_at,
        max(CASE WHEN served > 0 THEN coalesce(until_at, seen_at) END) AS last_until_at,
        min(seen_at) AS first_row_at, max(coalesce(until_at, seen_at)) AS last_row_at
    FROM records
    WHERE label IS NOT NULL
    GROUP BY label, day
) AS d
JOIN (SELECT DISTINCT label, partner, program, category, pattern FROM records WHERE label IS NOT NULL) AS n ON n.label = d.label
