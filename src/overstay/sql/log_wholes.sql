-- log_wholes: one row per label and stretch of time that records count as a whole. Reads events.
SELECT DISTINCT label, seen_at, until_at FROM events WHERE until_at IS NOT NULL AND label IS NOT NULL
