-- periods: the rows of `cells` with the whole day, month or year that they count: seen_at its first instant, until_at the first
-- instant after it (UTC, from UTC+14 to UTC-12 where no zone is known), day its first calendar day. time_fault = why there is
-- none. Reads cells. $first_minutes, $last_minutes = the offsets of those ends, NULL where $icu_zone has to tell.
SELECT
    begun.* EXCLUDE (begins, ends, fault),
    CASE WHEN fault IS NOT NULL THEN NULL WHEN $first_minutes IS NOT NULL THEN begins - CAST($first_minutes AS BIGINT) * INTERVAL 1 MINUTE
        ELSE timezone('UTC', timezone($icu_zone, begins)) END AS seen_at,
    CASE WHEN fault IS NOT NULL THEN NULL WHEN $last_minutes IS NOT NULL THEN ends - CAST($last_minutes AS BIGINT) * INTERVAL 1 MINUTE
        ELSE timezone('UTC', timezone($icu_zone, ends)) END AS until_at,
    CASE WHEN fault IS NULL THEN CAST(begins AS DATE) END AS day,
    fault AS time_fault
FROM (
    SELECT
        cells.*, begins,
        begins + CASE $unit WHEN 'day' THEN INTERVAL 1 DAY WHEN 'month' THEN INTERVAL 1 MONTH ELSE INTERVAL 1 YEAR END AS ends,
        CASE
            WHEN "time" IS NULL THEN 'has no ' || $unit
            WHEN begins IS NULL THEN 'the ' || $unit || ' ' || chr(34) || left("time", 40) || chr(34) || ' is not read as ' || $format_words
            WHEN begins NOT BETWEEN TIMESTAMP '1000-01-01 00:00:00' AND TIMESTAMP '9997-12-30 00:00:00'
                THEN 'the ' || $unit || ' ' || left("time", 40) || ' lies outside the years 1000 to 9998'
        END AS fault
    FROM (SELECT cells.*, date_trunc($unit, try_strptime(CASE WHEN regexp_matches("time", '\d') THEN "time" END, $time_format)) AS begins FROM cells) AS cells
) AS begun
