-- logged_pairs: one row per stretch of time of a pair with a log and label of the rows that are about the pair. Reads segments,
-- log_access, log_labels. pair = a number for the pair.
SELECT
    dense_rank() OVER (ORDER BY s.statement_id, s.observation_id) AS pair,
    s.statement_id, s.observation_id, l.log_id, l.label, s.from_at, s.until_at, s.tier
FROM segments AS s
JOIN log_access AS a ON a.observation_id = s.observation_id
JOIN log_labels AS l
  ON l.log_id = a.log_id AND l.partner_id IS NOT DISTINCT FROM a.partner_id AND l.known = a.known
 AND l.program_id IS NOT DISTINCT FROM a.program_id AND l.category_id IS NOT DISTINCT FROM a.category_id AND l.reading = a.reading
