-- logged_tiers: one row per pair with a log and tier: what the raw events show after the stated end. tier 1 = surely later and
-- nothing explains it, 2 = later (or perhaps in the time that is denied), but perhaps or in part explained, 3 = perhaps not later,
-- 4 = explained. users = distinct people, exact; first_at, last_at NULL = nothing was served. Reads events, logged_pairs,
-- logged_spans.
SELECT
    pair, tier, sum(served)::BIGINT AS served, sum(refused)::BIGINT AS refused,
    min(CASE WHEN served > 0 THEN seen_at END) AS first_at, max(CASE WHEN served > 0 THEN seen_at END) AS last_at,
    max(CASE WHEN served > 0 THEN until_at END) AS last_until_at,
    min(CASE WHEN served > 0 THEN day END) AS first_day, max(CASE WHEN served > 0 THEN day END) AS last_day,
    count(DISTINCT CASE WHEN served > 0 THEN person END) AS users
FROM (
    SELECT
        p.pair, p.tier, e.seen_at, e.seen_at + INTERVAL 1 MICROSECOND AS until_at,
        e.day, e.served, e.refused, e.person
    FROM events AS e
    JOIN logged_pairs AS p ON p.label = e.label AND e.seen_at >= p.from_at AND e.seen_at < p.until_at
    WHERE e.until_at IS NULL
    UNION ALL
    SELECT s.pair, s.tier, e.seen_at, e.until_at, e.day, e.served, e.refused, e.person
    FROM events AS e
    JOIN logged_spans AS s ON s.label = e.label AND s.seen_at = e.seen_at AND s.until_at = e.until_at
) AS hits
GROUP BY pair, tier
