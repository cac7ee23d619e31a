-- people_after: one row per statement in `windows`: what its logs show surely after the stated end and unexplained (tier 1), over all
-- its pairs at once. users_after = distinct people, exact. Reads events, windows.
SELECT
    w.statement_id, sum(e.served)::BIGINT AS events_after, min(e.seen_at) AS first_after, max(e.seen_at) AS last_after,
    count(DISTINCT e.person) AS users_after
FROM events AS e
JOIN windows AS w ON w.label = e.label
 AND e.seen_at >= w.from_at AND coalesce(e.until_at, e.seen_at + INTERVAL 1 MICROSECOND) <= w.until_at
WHERE w.tier = 1 AND e.served > 0
GROUP BY w.statement_id
ORDER BY w.statement_id
