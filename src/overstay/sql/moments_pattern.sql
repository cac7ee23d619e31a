-- moments_pattern: the rows of `cells` with the moment that text of one declared format gives. Reads cells. Where the format holds
-- an offset (%z) the moment is in UTC, otherwise it is the clock as written. Without a digit it is none: strptime takes `epoch` and `infinity` for 1900.
SELECT
    cells.*,
    CASE WHEN NOT $has_offset THEN CAST(try_strptime(CASE WHEN regexp_matches("time", '\d') THEN "time" END, $time_format) AS TIMESTAMP) END AS local_at,
    CASE WHEN $has_offset THEN timezone('UTC', CAST(try_strptime(CASE WHEN regexp_matches("time", '\d') THEN "time" END, $time_format) AS TIMESTAMPTZ)) END AS offset_at
FROM cells
