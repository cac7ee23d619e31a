-- explanations: one row per pair in which access may lie after the end, and other statement that covers the last access
-- in some (whole = FALSE) or in all (whole = TRUE) of its readings. narrower = it speaks of a part of what was seen, so that
-- it may explain it all and may explain a part (whole is FALSE then). jointly = a record of a log counts a stretch of time that
-- several statements cover together (whole is TRUE then). Reads pairs, qualifiers. An extension covers up to its last
-- reading, a continuation its interval, a grant made for the time after the end what follows it. choice = 1 is the one to name:
-- whole before part, not late before late, then the oldest.
WITH covers AS (
    SELECT
        x.statement_id, x.observation_id, x.narrower, x.explained_by, x.explainer, x.explained_how, x.public_date, x.late,
        CASE x.explained_how
            WHEN 'extension' THEN coalesce(p.seen_latest_at <= x.latest_at, x.latest_at IS NULL)
            WHEN 'continues' THEN
                (x.earliest_at IS NULL OR coalesce(p.seen_earliest_at >= x.earliest_at, FALSE))
                AND (x.latest_at IS NULL OR coalesce(p.seen_latest_at <= x.latest_at, FALSE))
            ELSE coalesce(x.earliest_date > p.latest_date AND p.seen_earliest_at >= x.earliest_at, FALSE)
        END AS whole,
        CASE x.explained_how
            WHEN 'extension' THEN
                coalesce(x.latest_at > p.latest_at, TRUE)
                AND (p.seen_earliest_at IS NULL OR coalesce(p.seen_earliest_at < x.latest_at, TRUE))
            WHEN 'continues' THEN
                coalesce(x.latest_at > p.latest_at, TRUE)
                AND coalesce(p.seen_latest_at > x.earliest_at, TRUE) AND coalesce(p.seen_earliest_at < x.latest_at, TRUE)
            ELSE coalesce(x.latest_date > p.latest_date, TRUE) AND coalesce(p.seen_latest_at > x.earliest_at, TRUE)
        END AS part,
        p.all_explained AND (x.explained_how <> 'granted' OR coalesce(x.earliest_date > p.latest_date, FALSE)) AS one_of_several
    FROM pairs AS p
    JOIN qualifiers AS x ON x.statement_id = p.statement_id AND x.observation_id = p.observation_id
    WHERE p.possible
)
SELECT
    statement_id, observation_id, narrower, explained_by, explainer, explained_how, late,
    (whole OR one_of_several) AND NOT narrower AS whole, NOT whole AS jointly, whole AND narrower AS perhaps_whole,
    row_number() OVER (
        PARTITION BY statement_id, observation_id
        ORDER BY whole AND NOT narrower DESC, one_of_several AND NOT narrower DESC, whole DESC, late,
            public_date NULLS LAST, explained_by) AS choice
FROM covers
WHERE whole OR part
