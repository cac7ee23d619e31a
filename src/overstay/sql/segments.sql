-- segments: one row per pair with a log and stretch of time after the stated end (or in the time that is denied) within which every
-- moment is judged alike. tier 1 = surely later and nothing explains it, 2 = perhaps later, or perhaps explained, 4 = explained
-- (3 is for records that reach past the end with a part only, see logged_tiers).
-- Reads met, coverings. from_at belongs to the stretch, until_at no more.
WITH windows AS (
    SELECT
        statement_id, observation_id,
        coalesce(CASE WHEN kind = 'never' THEN earliest_at ELSE deadline_at END, TIMESTAMP '0001-01-01 00:00:00') AS from_at,
        coalesce(CASE WHEN kind = 'never' THEN latest_at END, TIMESTAMP '9999-12-31 00:00:00') AS until_at,
        coalesce(CASE WHEN kind = 'never' THEN sure_from_at ELSE deadline_at END, TIMESTAMP '0001-01-01 00:00:00') AS sure_from,
        coalesce(CASE WHEN kind = 'never' THEN sure_until_at END, TIMESTAMP '9999-12-31 00:00:00') AS sure_until
    FROM met
    WHERE log_id IS NOT NULL AND (kind = 'never' OR deadline_at IS NOT NULL)
),
cuts AS (
    SELECT statement_id, observation_id, from_at AS cut_at FROM windows
    UNION
    SELECT statement_id, observation_id, sure_from FROM windows WHERE sure_from > from_at AND sure_from < until_at
    UNION
    SELECT statement_id, observation_id, sure_until FROM windows WHERE sure_until > from_at AND sure_until < until_at
    UNION
    SELECT w.statement_id, w.observation_id, c.from_at
    FROM windows AS w JOIN coverings AS c ON c.statement_id = w.statement_id AND c.observation_id = w.observation_id
    WHERE c.from_at > w.from_at AND c.from_at < w.until_at
    UNION
    SELECT w.statement_id, w.observation_id, c.until_at
    FROM windows AS w JOIN coverings AS c ON c.statement_id = w.statement_id AND c.observation_id = w.observation_id
    WHERE c.until_at > w.from_at AND c.until_at < w.until_at
),
pieces AS (
    SELECT
        cuts.statement_id, cuts.observation_id, cuts.cut_at AS from_at,
        coalesce(lead(cuts.cut_at) OVER (PARTITION BY cuts.statement_id, cuts.observation_id ORDER BY cuts.cut_at), w.until_at)
            AS until_at,
        w.sure_from, w.sure_until
    FROM cuts
    JOIN windows AS w ON w.statement_id = cuts.statement_id AND w.observation_id = cuts.observation_id
)
SELECT
    p.statement_id, p.observation_id, p.from_at, p.until_at,
    CASE
        WHEN coalesce(bool_or(c.sure), FALSE) THEN 4
        WHEN count(c.statement_id) > 0 OR p.from_at < p.sure_from OR p.until_at > p.sure_until THEN 2
        ELSE 1
    END AS tier
FROM pieces AS p
LEFT JOIN coverings AS c
  ON c.statement_id = p.statement_id AND c.observation_id = p.observation_id
 AND (c.from_at IS NULL OR c.from_at < p.until_at) AND (c.until_at IS NULL OR c.until_at > p.from_at)
GROUP BY p.statement_id, p.observation_id, p.from_at, p.until_at, p.sure_from, p.sure_until
