-- logged_spans: one row per pair, label and stretch of time that a record counts as a whole (a month; an hour that the clocks gave
-- twice), with the tier of logged_tiers: 1 = the whole of it is surely later and unexplained, 2 = the whole of it is later, but
-- something explains a part, 3 = it reaches past the end, but not with the whole of it, 4 = the whole of it is explained.
-- Reads logged_pairs, log_wholes.
SELECT
    p.pair, p.label, w.seen_at, w.until_at,
    CASE WHEN min(p.from_at) > w.seen_at OR max(p.until_at) < w.until_at THEN 3
        WHEN min(p.tier) < max(p.tier) THEN 2 ELSE min(p.tier) END AS tier
FROM logged_pairs AS p
JOIN log_wholes AS w ON w.label = p.label AND w.seen_at < p.until_at AND w.until_at > p.from_at
GROUP BY p.pair, p.label, w.seen_at, w.until_at
