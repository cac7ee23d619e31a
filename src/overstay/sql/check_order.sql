-- check_order: one row per observation that ends before it begins, or was watched only until before it was seen.
-- Reads observations (as text), readings (zone-free bounds of each date that can be read; NULL = open).
SELECT
    'observations.csv' AS file, o.line, 'last_seen' AS "column", o.last_seen AS value,
    'ends before it begins: first_seen is ' || o.first_seen AS reason
FROM observations AS o
JOIN readings AS f ON f.edtf = o.first_seen
JOIN readings AS l ON l.edtf = o.last_seen
WHERE f.earliest_date > l.latest_date
UNION ALL
SELECT
    'observations.csv' AS file, o.line, 'watched_until' AS "column", o.watched_until AS value,
    'lies before last_seen, ' || o.last_seen || ': it was watched at least until then' AS reason
FROM observations AS o
JOIN readings AS w ON w.edtf = o.watched_until
JOIN readings AS l ON l.edtf = o.last_seen
WHERE w.latest_date < l.earliest_date
