-- moments_iso: the rows of `cells` with the moment that ISO 8601 text gives: local_at the clock as written, where there is no UTC
-- offset, otherwise offset_at, in UTC; both NULL = not readable. Reads cells. The form that most logs have is tried first.
-- DuckDB's own casts are no guard: that to TIMESTAMP drops an offset, and it and strptime take words such as `infinity`.
SELECT
    clocked.*,
    CASE WHEN local_at IS NULL AND regexp_full_match(
            "time", '\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d([.,]\d+)?)? ?([Zz]|UTC|[+-](0\d|1[0-8])(:?[0-5]\d)?)')
        THEN timezone('UTC', try_cast(replace(replace(replace(upper("time"), ',', '.'), ' +', '+'), ' -', '-') AS TIMESTAMPTZ))
    END AS offset_at
FROM (
    SELECT
        cells.*,
        coalesce(
            CASE WHEN "time"[5] = '-' THEN try_strptime("time", '%Y-%m-%d %H:%M:%S') END,
            CASE WHEN regexp_full_match("time", '\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d([.,]\d+)?)?')
                THEN try_cast(replace("time", ',', '.') AS TIMESTAMP) END) AS local_at
    FROM cells
) AS clocked
