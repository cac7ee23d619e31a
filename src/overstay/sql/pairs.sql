-- pairs: one row per statement that gives an end and observation of the same thing, with how the last access lies to the end.
-- Reads ends, accesses, exceptions, continuing, program_matches, category_matches. The statement is read in its own favour:
-- what counts is whether access lies after the latest reading of the end. Instants decide; days are calendar days, NULL where
-- a side is open, where nothing was seen, and for a `never`. certain/possible speak of dates alone, before it is asked
-- what kind of evidence this is. Dates of one source without a known zone share it, so they are compared as local time.
WITH matched AS (
    SELECT
        e.*, a.observation_id, a.source_id AS seen_source_id, a.partner_id AS seen_partner_id,
        a.program_id AS seen_program_id, a.category_id AS seen_category_id,
        a.basis, a.extent, a.users, a.partners, a.seen, a.last_seen, a.watched_until, a.watched_from,
        a.earliest_date AS seen_earliest, a.latest_date AS seen_latest,
        a.earliest_at AS seen_earliest_at, a.latest_at AS seen_latest_at,
        a.earliest_local AS seen_earliest_local, a.latest_local AS seen_latest_local,
        a.arguable AS seen_arguable,
        p.vaguer OR c.vaguer AS vaguer,
        e.source_id = a.source_id AS same_source,
        e.source_id = a.source_id AND NOT e.has_zone AND NOT a.has_zone AS same_zone,
        coalesce(k.partners, 0) AS kept,
        e.quantifier = 'all' AND a.partner_id IS NULL
            AND coalesce(a.partners, 1) <= coalesce(k.partners, 0) AS perhaps_kept
    FROM ends AS e
    JOIN program_matches AS p ON p.stated = e.program_id
    JOIN category_matches AS c ON c.stated = e.category_id
    JOIN accesses AS a ON a.program_id = p.seen AND a.category_id = c.seen
    LEFT JOIN continuing AS k ON k.statement_id = e.statement_id
    WHERE (e.partner_id IS NULL OR e.partner_id = a.partner_id)
      AND NOT EXISTS (
        SELECT 1 FROM exceptions AS x WHERE x.statement_id = e.statement_id AND x.partner_id = a.partner_id)
),
placed AS (
    SELECT
        matched.*,
        CASE WHEN same_zone THEN deadline_local ELSE deadline_at END AS deadline,
        CASE WHEN same_zone THEN seen_earliest_local ELSE seen_earliest_at END AS first_reading,
        CASE WHEN same_zone THEN seen_latest_local ELSE seen_latest_at END AS last_reading,
        CASE WHEN same_zone THEN earliest_local ELSE earliest_at END AS span_from,
        CASE WHEN same_zone THEN latest_local ELSE latest_at END AS span_until,
        CASE WHEN same_zone THEN sure_from_local ELSE sure_from_at END AS sure_from,
        CASE WHEN same_zone THEN sure_until_local ELSE sure_until_at END AS sure_until
    FROM matched
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
