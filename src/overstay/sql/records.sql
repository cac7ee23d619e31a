-- records: one row per row of a log, in its order: the instant, what it is about, how many requests it stands for. label = a number for what the row speaks
-- of in this log, label NULL = the
-- row is rejected, and fault says why; it then keeps its raw text. Reads timed. pattern = the place in the map of the first
-- pattern that fits, NULL = none. person = keyed hash of the user, NULL = none. The hash is
-- SHA-256 over the key and the user, its first half: of half a hash nobody can go on to the hash of a longer text.
SELECT
    line, CASE WHEN fault IS NULL THEN label END AS label, CASE WHEN fault IS NULL THEN seen_at END AS seen_at,
    CASE WHEN fault IS NULL THEN until_at END AS until_at, day, partner, program, category, pattern,
    CASE WHEN is_refused THEN 0 ELSE requests END AS served, CASE WHEN is_refused THEN requests ELSE 0 END AS refused,
    CASE WHEN "user" IS NOT NULL AND fault IS NULL THEN CAST(left(sha256($user_key || encode("user")), 32) AS UUID) END AS person,
    CASE WHEN $keep_users AND fault IS NULL THEN "user" END AS user_text,
    try_cast(measure AS DOUBLE) AS measure, fault, CASE WHEN fault IS NOT NULL THEN left(raw, 2000) END AS raw
FROM (
    SELECT
        judged.*,
        hash($log_id, partner, program, category, pattern) AS label,
        CASE
            WHEN given_fault IS NOT NULL THEN given_fault
            WHEN time_fault IS NOT NULL THEN time_fault
            WHEN $needs_partner AND partner IS NULL THEN 'has no partner'
            WHEN "count" IS NOT NULL AND requests IS NULL THEN 'the count ' || chr(34) || left("count", 40) || chr(34) || ' is not a whole number'
            WHEN measure IS NOT NULL AND try_cast(measure AS DOUBLE) IS NULL THEN 'the measure ' || chr(34) || left(measure, 40) || chr(34) || ' is not a number'
            WHEN $by_share AND (try_cast(attempts AS DOUBLE) IS NULL OR try_cast(failures AS DOUBLE) IS NULL)
                THEN 'attempts and failures are not both numbers'
        END AS fault
    FROM (
        SELECT
            timed.*,
            CASE WHEN len(CAST($map_patterns AS VARCHAR[])) > 0
                THEN list_position(list_transform(CAST($map_patterns AS VARCHAR[]), lambda p: coalesce(mapped, '') GLOB p), TRUE)
            END AS pattern,
            CASE WHEN "count" IS NULL THEN 1 WHEN regexp_full_match("count", '[0-9]{1,15}') THEN CAST("count" AS BIGINT) END AS requests,
            CASE WHEN $by_share
                THEN coalesce(try_cast(failures AS DOUBLE) >= $refused_from * try_cast(attempts AS DOUBLE) AND try_cast(attempts AS DOUBLE) > 0, FALSE)
                ELSE coalesce(list_contains(CAST($refused_values AS VARCHAR[]), status) OR ($refused_pattern <> '' AND regexp_full_match(status, $refused_pattern)), FALSE)
            END AS is_refused
        FROM timed
    ) AS judged
) AS weighed
