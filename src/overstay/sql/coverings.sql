-- coverings: one row per pair with a log and other statement that covers some of the time after the end: from when and until when
-- (NULL = open). sure = it speaks of all that was seen, and surely of the time after the end. The bounds are those of explanations.
-- Reads met, qualifiers.
SELECT
    x.statement_id, x.observation_id, x.explained_by,
    CASE WHEN x.explained_how <> 'extension' THEN x.earliest_at END AS from_at,
    CASE WHEN x.explained_how <> 'granted' THEN x.latest_at END AS until_at,
    NOT x.narrower AND (x.explained_how <> 'granted' OR coalesce(x.earliest_date > p.latest_date, FALSE)) AS sure
FROM met AS p
JOIN qualifiers AS x ON x.statement_id = p.statement_id AND x.observation_id = p.observation_id
WHERE p.log_id IS NOT NULL
  AND (x.explained_how <> 'granted' OR coalesce(x.latest_date > p.latest_date, TRUE))
