-- logged: one row per pair with a log of which anything lies after the stated end. What counts is what nothing explains: the best
-- tier (1 before 2 before 3 before 4) in which something was served gives events, first, last and users after the end. last_at,
-- last_until_at bound the last of them, last_day is its (first) calendar day in the log, NULL = nothing was served.
-- Reads logged_tiers, logged_pairs, log_settings (icu_zone, offset_minutes: one of them shifts a moment to the log's calendar).
WITH ranked AS (
    SELECT
        t.*,
        row_number() OVER (PARTITION BY pair ORDER BY CASE WHEN served > 0 THEN 0 ELSE 1 END, tier) AS place,
        sum(refused) OVER (PARTITION BY pair)::BIGINT AS refused_after,
        sum(CASE WHEN tier = 4 THEN served ELSE 0 END) OVER (PARTITION BY pair)::BIGINT AS explained
    FROM logged_tiers AS t
)
SELECT
    p.statement_id, p.observation_id, r.tier,
    r.last_at, r.last_until_at,
    coalesce(r.last_day, CAST(timezone(s.icu_zone, timezone('UTC', r.last_at + s.offset_minutes * INTERVAL 1 MINUTE)) AS DATE))
        AS last_day,
    CASE WHEN r.tier < 4 THEN coalesce(
        r.first_day, CAST(timezone(s.icu_zone, timezone('UTC', r.first_at + s.offset_minutes * INTERVAL 1 MINUTE)) AS DATE)) END
        AS first_day_after,
    CASE WHEN r.tier = 4 THEN 0 ELSE r.served END AS events_after,
    CASE WHEN r.tier < 4 THEN r.first_at END AS first_after, CASE WHEN r.tier < 4 THEN r.last_at END AS last_after,
    CASE WHEN r.tier < 4 THEN r.users ELSE 0 END AS users_after, r.refused_after, r.explained AS events_explained
FROM ranked AS r
JOIN (SELECT DISTINCT pair, statement_id, observation_id, log_id FROM logged_pairs) AS p ON p.pair = r.pair
JOIN log_settings AS s ON s.log_id = p.log_id
WHERE r.place = 1
