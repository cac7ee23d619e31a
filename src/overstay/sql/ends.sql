-- ends: one row per statement that gives an end: ended, will-end, never, and an extension with a last day. Reads stated.
-- latest_date NULL = no last day is given; a `never` speaks of a span, not of a day.
SELECT * FROM stated
WHERE kind IN ('ended', 'will-end', 'never') OR (kind = 'extension' AND latest_date IS NOT NULL)
