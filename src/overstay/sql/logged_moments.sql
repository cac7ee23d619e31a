-- logged_moments: what logged_tiers gives, for logs of moments alone: no row stands for a whole month, or for an hour that the clocks
-- gave twice. Days are NULL; the moments tell them. Reads events, logged_pairs.
SELECT
    p.pair, p.tier, sum(e.served)::BIGINT AS served, sum(e.refused)::BIGINT AS refused,
    min(CASE WHEN e.served > 0 THEN e.seen_at END) AS first_at, max(CASE WHEN e.served > 0 THEN e.seen_at END) AS last_at,
    max(CASE WHEN e.served > 0 THEN e.seen_at END) + INTERVAL 1 MICROSECOND AS last_until_at,
    NULL::DATE AS first_day, NULL::DATE AS last_day, count(DISTINCT CASE WHEN e.served > 0 THEN e.person END) AS users
FROM events AS e
JOIN logged_pairs AS p ON p.label = e.label AND e.seen_at >= p.from_at AND e.seen_at < p.until_at
GROUP BY p.pair, p.tier
