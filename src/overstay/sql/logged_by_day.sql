-- logged_by_day: what logged_tiers gives, for logs of moments that name no people: days that lie within one stretch of time as a whole
-- count by their sums, and only the rows of the other days (where a stretch begins or ends) are looked at one by one.
-- Reads events, log_days, logged_pairs.
WITH met_days AS (
    SELECT
        p.pair, p.tier, p.from_at, p.until_at, d.label, d.day, d.served, d.refused, d.first_at, d.last_at,
        d.first_row_at >= p.from_at AND d.last_row_at < p.until_at AS whole
    FROM log_days AS d
    JOIN logged_pairs AS p ON p.label = d.label AND d.last_row_at >= p.from_at AND d.first_row_at < p.until_at
)
SELECT
    pair, tier, sum(served)::BIGINT AS served, sum(refused)::BIGINT AS refused, min(first_at) AS first_at, max(last_at) AS last_at,
    max(last_at) + INTERVAL 1 MICROSECOND AS last_until_at, NULL::DATE AS first_day, NULL::DATE AS last_day, 0::BIGINT AS users
FROM (
    SELECT pair, tier, served, refused, first_at, last_at FROM met_days WHERE whole
    UNION ALL
    SELECT
        m.pair, m.tier, e.served, e.refused, CASE WHEN e.served > 0 THEN e.seen_at END, CASE WHEN e.served > 0 THEN e.seen_at END
    FROM events AS e
    JOIN met_days AS m ON NOT m.whole AND m.label = e.label AND m.day = e.day AND e.seen_at >= m.from_at AND e.seen_at < m.until_at
) AS hits
GROUP BY pair, tier
