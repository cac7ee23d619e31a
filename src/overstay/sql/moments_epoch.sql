-- moments_epoch: the rows of `cells` with the moment that seconds (or $unit-ths of one) since 1970 give, in UTC. Reads cells.
SELECT
    cells.*, CAST(NULL AS TIMESTAMP) AS local_at,
    CASE WHEN abs(seconds) < 253402300800 THEN make_timestamp(CAST(round(seconds * 1000000) AS BIGINT)) END AS offset_at
FROM (SELECT cells.*, try_cast("time" AS DECIMAL(30, 6)) / CAST($per_second AS DECIMAL(10, 0)) AS seconds FROM cells) AS cells
