-- moments: the rows of `clocked` as instants in UTC: seen_at, and until_at where an hour that the clocks gave twice allows a later
-- reading; day = the calendar day in the log's zone. time_fault = why there is none. Reads clocked (local_at = the clock as
-- written, offset_at = UTC). $zone '' = not known; $offset_minutes NULL = the zone is no fixed offset, and $icu_zone its name.
SELECT
    placed.* EXCLUDE (local_at, offset_at, later_at),
    CASE WHEN half_at IS NOT NULL THEN half_at WHEN hour_at IS NOT NULL THEN hour_at ELSE later_at END AS seen_at,
    CASE WHEN half_at IS NOT NULL OR hour_at IS NOT NULL THEN later_at END AS until_at,
    CASE
        WHEN local_at IS NOT NULL THEN CAST(local_at AS DATE)
        WHEN later_at IS NULL THEN NULL
        WHEN $offset_minutes IS NOT NULL THEN CAST(later_at + CAST($offset_minutes AS BIGINT) * INTERVAL 1 MINUTE AS DATE)
        ELSE CAST(timezone($icu_zone, timezone('UTC', later_at)) AS DATE)
    END AS day,
    CASE
        WHEN "time" IS NULL THEN 'has no time'
        WHEN local_at IS NULL AND offset_at IS NULL THEN 'the time ' || chr(34) || left("time", 40) || chr(34) || ' is not read as ' || $format_words
        WHEN $zone = '' AND offset_at IS NULL THEN 'the time ' || left("time", 40) || ' has no UTC offset; set time_zone for this log in case.toml'
        WHEN coalesce(local_at, offset_at) NOT BETWEEN TIMESTAMP '1000-01-01 00:00:00' AND TIMESTAMP '9998-12-30 00:00:00'
            THEN 'the time ' || left("time", 40) || ' lies outside the years 1000 to 9998'
        WHEN local_at IS NOT NULL AND $offset_minutes IS NULL AND timezone($icu_zone, timezone('UTC', later_at)) <> local_at
            THEN 'the time ' || left("time", 40) || ' does not exist in ' || $zone || ', where clocks went forward; is time_zone right?'
    END AS time_fault
FROM (
    SELECT
        shifted.*,
        CASE WHEN local_at IS NOT NULL AND $offset_minutes IS NULL
            AND timezone($icu_zone, timezone('UTC', later_at - INTERVAL 1 HOUR)) = local_at THEN later_at - INTERVAL 1 HOUR END AS hour_at,
        CASE WHEN local_at IS NOT NULL AND $offset_minutes IS NULL
            AND timezone($icu_zone, timezone('UTC', later_at - INTERVAL 30 MINUTE)) = local_at THEN later_at - INTERVAL 30 MINUTE END AS half_at
    FROM (
        SELECT
            clocked.*,
            CASE
                WHEN offset_at IS NOT NULL THEN offset_at
                WHEN $zone = '' THEN NULL
                WHEN local_at NOT BETWEEN TIMESTAMP '1000-01-01 00:00:00' AND TIMESTAMP '9998-12-30 00:00:00' THEN NULL
                WHEN $offset_minutes IS NOT NULL THEN local_at - CAST($offset_minutes AS BIGINT) * INTERVAL 1 MINUTE
                ELSE timezone('UTC', timezone($icu_zone, local_at))
            END AS later_at
        FROM clocked
    ) AS shifted
) AS placed
