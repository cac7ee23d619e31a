-- moments_iso: the rows of `cells` with the moment that ISO 8601 text gives: seen_at (UTC) its earliest reading, local_at the clock
-- as written. Reads cells. stamp NULL = not readable. has_offset = the text says how far it is from UTC, so no zone is needed.
-- DuckDB's plain TIMESTAMP cast drops an offset and takes words such as `infinity`: both are kept out here.
SELECT
    cells.*,
    CASE WHEN shaped AND bare THEN try_cast("time" AS TIMESTAMP) END AS local_at,
    CASE WHEN shaped AND NOT bare THEN timezone('UTC', try_cast("time" AS TIMESTAMPTZ)) END AS offset_at
FROM (
    SELECT
        cells.*,
        "time"[5] = '-' AND "time"[8] = '-' AND "time"[11] IN ('T', ' ') AND "time"[14] = ':' AND "time"[1] BETWEEN '0' AND '9'
            AS shaped,
        rtrim(substr("time", 12), '0123456789:.') = '' AS bare
    FROM cells
) AS cells
