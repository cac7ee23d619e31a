-- explanations: one row per pair in which access may lie after the end, and other statement that covers the last access
-- in some (whole = FALSE) or in all (whole = TRUE) of its readings. narrower = it speaks of a part of what was seen, so that
-- it may explain it all and may explain a part (whole is FALSE then). Reads pairs, stated, exceptions, program_matches,
-- category_matches. An extension covers up to its last reading, a continuation its interval, a grant made for the time
-- after the end what follows it. choice = 1 is the one to name: whole before part, not late before late, then the oldest.
-- late = public only after the end and after the day of the statement that it qualifies; FALSE where a day is not known.
WITH covers AS (
    SELECT
        p.statement_id, p.observation_id, pm.narrower OR cm.narrower AS narrower, x.statement_id AS explained_by, x.organisation AS explainer, x.kind AS explained_how,
        x.public_date,
        coalesce(x.public_date > p.latest_date AND x.public_date > p.said_latest, FALSE) AS late,
        CASE x.kind
            WHEN 'extension' THEN coalesce(p.seen_latest_at <= x.latest_at, x.latest_at IS NULL)
            WHEN 'continues' THEN
                (x.earliest_at IS NULL OR coalesce(p.seen_earliest_at >= x.earliest_at, FALSE))
                AND (x.latest_at IS NULL OR coalesce(p.seen_latest_at <= x.latest_at, FALSE))
            ELSE coalesce(x.earliest_date > p.latest_date AND p.seen_earliest_at >= x.earliest_at, FALSE)
        END AS whole,
        CASE x.kind
            WHEN 'extension' THEN
                coalesce(x.latest_at > p.latest_at, TRUE)
                AND (p.seen_earliest_at IS NULL OR coalesce(p.seen_earliest_at < x.latest_at, TRUE))
            WHEN 'continues' THEN
                coalesce(x.latest_at > p.latest_at, TRUE)
                AND coalesce(p.seen_latest_at > x.earliest_at, TRUE) AND coalesce(p.seen_earliest_at < x.latest_at, TRUE)
            ELSE coalesce(x.latest_date > p.latest_date, TRUE) AND coalesce(p.seen_latest_at > x.earliest_at, TRUE)
        END AS part
    FROM pairs AS p
    JOIN (
        SELECT stated AS said, seen, FALSE AS narrower FROM program_matches WHERE NOT vaguer
        UNION ALL
        SELECT seen AS said, stated AS seen, TRUE AS narrower FROM program_matches WHERE NOT vaguer AND seen <> stated
    ) AS pm ON pm.seen = p.seen_program_id
    JOIN (
        SELECT stated AS said, seen, FALSE AS narrower FROM category_matches WHERE NOT vaguer
        UNION ALL
        SELECT seen AS said, stated AS seen, TRUE AS narrower FROM category_matches WHERE NOT vaguer AND seen <> stated
    ) AS cm ON cm.seen = p.seen_category_id
    JOIN stated AS x
      ON x.program_id = pm.said AND x.category_id = cm.said AND x.statement_id <> p.statement_id
    WHERE p.possible AND p.kind <> 'never'
      AND x.kind IN ('extension', 'continues', 'granted')
      AND (x.partner_id IS NULL OR x.partner_id = p.seen_partner_id)
      AND (x.quantifier NOT IN ('some', 'most')
           OR (p.seen_partner_id IS NULL AND coalesce(p.partners, 1) <= coalesce(x.count_stated, 1)))
      AND NOT EXISTS (
        SELECT 1 FROM exceptions AS e
        WHERE e.statement_id = x.statement_id AND e.partner_id = p.seen_partner_id)
)
SELECT
    statement_id, observation_id, narrower, explained_by, explainer, explained_how, late,
    whole AND NOT narrower AS whole, whole AND narrower AS perhaps_whole,
    row_number() OVER (
        PARTITION BY statement_id, observation_id
        ORDER BY whole AND NOT narrower DESC, whole DESC, late, public_date NULLS LAST, explained_by) AS choice
FROM covers
WHERE whole OR part
