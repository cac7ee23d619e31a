-- moments_pattern: the rows of `cells` with the moment that text of one declared format gives. Reads cells. Where the format holds
-- an offset (%z) the moment is in UTC, otherwise it is the clock as written.
SELECT
    cells.*,
    CASE WHEN NOT $has_offset THEN CAST(try_strptime("time", $time_format) AS TIMESTAMP) END AS local_at,
    CASE WHEN $has_offset THEN timezone('UTC', CAST(try_strptime("time", $time_format) AS TIMESTAMPTZ)) END AS offset_at
FROM cells
