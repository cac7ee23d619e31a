-- evidence_lines: of each pair in `windows` the first and the last $rows rows of its log after the stated end, served or refused, of
-- the tier that decides (see logged_tiers). Reads events (filename, file_row_number = where they lie in the cache), windows,
-- log_labels. line NULL = the place in the cache tells it. until_at NULL = the row is a moment.
WITH placed AS (
    SELECT
        w.observation_id, w.log_id, e.label, e.line, e.seen_at, e.until_at, e.served > 0 AS served, e.filename, e.file_row_number,
        w.tier
    FROM events AS e
    JOIN windows AS w ON w.label = e.label AND e.seen_at >= w.from_at AND e.seen_at < w.until_at
    WHERE e.until_at IS NULL
    UNION ALL
    SELECT
        w.observation_id, w.log_id, e.label, e.line, e.seen_at, e.until_at, e.served > 0 AS served, e.filename, e.file_row_number,
        CASE WHEN min(w.from_at) > e.seen_at OR max(w.until_at) < e.until_at THEN 3
            WHEN min(w.tier) < max(w.tier) THEN 2 ELSE min(w.tier) END AS tier
    FROM events AS e
    JOIN windows AS w ON w.label = e.label AND e.seen_at < w.until_at AND e.until_at > w.from_at
    GROUP BY w.observation_id, w.log_id, e.label, e.line, e.seen_at, e.until_at, e.served, e.filename, e.file_row_number
),
hits AS (
    SELECT placed.*, min(CASE WHEN served THEN tier END) OVER (PARTITION BY observation_id) AS decides
    FROM placed
),
numbered AS (
    SELECT
        hits.*,
        row_number() OVER (PARTITION BY observation_id ORDER BY seen_at, filename, file_row_number) AS from_first,
        row_number() OVER (PARTITION BY observation_id ORDER BY seen_at DESC, filename DESC, file_row_number DESC) AS from_last
    FROM hits
    WHERE tier = decides OR decides IS NULL OR NOT served
)
SELECT
    n.observation_id, n.log_id, n.line, n.seen_at, n.until_at, CASE WHEN n.served THEN 'served' ELSE 'refused' END AS outcome,
    l.partner_as_logged, n.filename, n.file_row_number
FROM numbered AS n
JOIN (SELECT DISTINCT label, partner_as_logged FROM log_labels) AS l ON l.label = n.label
WHERE n.from_first <= $rows OR n.from_last <= $rows
ORDER BY n.observation_id, n.seen_at, n.filename, n.file_row_number
