-- logged_spans: one row per pair, label and stretch of time that a record counts as a whole (a month; an hour that the clocks gave
-- twice): its worst case decides. tier 1 = the whole stretch is surely later and unexplained, 3 = the whole of it is explained,
-- 2 = anything else that reaches past the end. Reads logged_pairs, log_wholes.
SELECT
    p.pair, p.label, w.seen_at, w.until_at,
    CASE WHEN min(p.tier) = max(p.tier) AND min(p.from_at) <= w.seen_at AND max(p.until_at) >= w.until_at THEN min(p.tier) ELSE 2 END
        AS tier
FROM logged_pairs AS p
JOIN log_wholes AS w ON w.label = p.label AND w.seen_at < p.until_at AND w.until_at > p.from_at
GROUP BY p.pair, p.label, w.seen_at, w.until_at
