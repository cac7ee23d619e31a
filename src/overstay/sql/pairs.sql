-- pairs: one row per statement that gives an end and observation of the same thing, with how the last access lies to the end.
-- Reads met, logged. The statement is read in its own favour: what counts is whether access lies after the latest reading of the
-- end. Of a log, the access that counts is the last one that nothing explains (see logged). Instants decide; days are calendar
-- days, NULL where a side is open, where nothing was seen, and for a `never`. certain/possible speak of dates alone, before it is asked
-- what kind of evidence this is. Dates of one source without a known zone share it, so they are compared as local time.
WITH seen AS (
    SELECT
        met.* REPLACE (
            coalesce(l.last_day, met.last_day, met.seen_earliest) AS seen_earliest,
            coalesce(CAST(CASE met.period_unit WHEN 'month' THEN coalesce(l.last_day, met.last_day) + INTERVAL 1 MONTH - INTERVAL 1 DAY
                WHEN 'year' THEN coalesce(l.last_day, met.last_day) + INTERVAL 1 YEAR - INTERVAL 1 DAY
                ELSE coalesce(l.last_day, met.last_day) END AS DATE), met.seen_latest)
                AS seen_latest,
            coalesce(l.last_at, met.last_at, met.seen_earliest_at) AS seen_earliest_at,
            coalesce(l.last_until_at,
                met.last_until_at + CASE WHEN met.period_unit = '' THEN INTERVAL 1 MICROSECOND ELSE INTERVAL 0 MICROSECOND END,
                met.seen_latest_at) AS seen_latest_at
        ),
        coalesce(l.tier = 4 AND l.last_at IS NOT NULL, FALSE) AS all_explained, l.first_day_after, l.first_after, l.last_after,
        CASE WHEN met.log_id IS NOT NULL AND (met.kind = 'never' OR met.deadline_at IS NOT NULL) THEN 0 END AS nothing,
        coalesce(l.events_after, nothing) AS events_after, coalesce(l.users_after, nothing) AS users_after,
        coalesce(l.refused_after, nothing) AS refused_after, coalesce(l.events_explained, nothing) AS events_explained
    FROM met
    LEFT JOIN logged AS l ON l.statement_id = met.statement_id AND l.observation_id = met.observation_id
),
placed AS (
    SELECT
        seen.*,
        CASE WHEN same_zone THEN deadline_local ELSE deadline_at END AS deadline,
        CASE WHEN same_zone THEN seen_earliest_local ELSE seen_earliest_at END AS first_reading,
        CASE WHEN same_zone THEN seen_latest_local ELSE seen_latest_at END AS last_reading,
        CASE WHEN same_zone THEN earliest_local ELSE earliest_at END AS span_from,
        CASE WHEN same_zone THEN latest_local ELSE latest_at END AS span_until,
        CASE WHEN same_zone THEN sure_from_local ELSE sure_from_at END AS sure_from,
        CASE WHEN same_zone THEN sure_until_local ELSE sure_until_at END AS sure_until
    FROM seen
)
SELECT
    placed.*,
    CASE WHEN kind <> 'never' THEN date_diff('day', latest_date, seen_earliest) END AS days_after_least,
    CASE WHEN kind <> 'never' THEN date_diff('day', earliest_date, seen_latest) END AS days_after_most,
    seen AND CASE
        WHEN kind = 'never' THEN
            (sure_from IS NULL OR coalesce(first_reading >= sure_from, FALSE))
            AND (sure_until IS NULL OR coalesce(last_reading <= sure_until, FALSE))
        ELSE coalesce(first_reading >= deadline, FALSE)
    END AS certain,
    seen AND CASE
        WHEN kind = 'never' THEN
            coalesce(last_reading > span_from, TRUE) AND coalesce(first_reading < span_until, TRUE)
        WHEN deadline IS NULL THEN FALSE
        ELSE coalesce(last_reading > deadline, TRUE)
    END AS possible
FROM placed
