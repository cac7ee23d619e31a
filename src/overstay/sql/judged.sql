-- judged: one row per pair, with the rule that decides it and its verdict. Reads pairs, explanations,
-- coverings, met, log_stretches.
-- explained_by NULL = no other statement covers the whole of the last access; partly_explained_by likewise for a part.
WITH weighed AS (
    SELECT
        p.*,
        w.explained_by, w.explainer, w.explained_how, w.jointly, coalesce(w.late, FALSE) AS late,
        coalesce(t.explained_by, CASE WHEN p.events_explained > 0 THEN o.explained_by END) AS partly_explained_by,
        g.kind AS silence, g.from_date AS silent_from, g.until_date AS silent_until,
        b.begins AS log_begins, h.days AS silent_days_after,
        p.about = 'use' AND p.extent = 'capability' AS ability_only,
        p.certain AND NOT p.vaguer AND p.basis <> 'allegation' AND NOT p.seen_arguable
            AND NOT coalesce(t.perhaps_whole, FALSE) AS firm,
        coalesce(t.perhaps_whole, FALSE) AS perhaps_explained
    FROM pairs AS p
    LEFT JOIN explanations AS w
      ON w.statement_id = p.statement_id AND w.observation_id = p.observation_id AND w.choice = 1 AND w.whole
    LEFT JOIN explanations AS t
      ON t.statement_id = p.statement_id AND t.observation_id = p.observation_id AND t.choice = 1 AND NOT t.whole
    LEFT JOIN (
        SELECT statement_id, observation_id, min(explained_by) AS explained_by
        FROM coverings WHERE sure GROUP BY statement_id, observation_id HAVING count(*) = 1
    ) AS o ON o.statement_id = p.statement_id AND o.observation_id = p.observation_id
    LEFT JOIN log_stretches AS g
      ON g.log_id = p.log_id AND g.kind <> 'records'
     AND p.deadline_date + INTERVAL 1 DAY BETWEEN g.from_date AND g.until_date
    LEFT JOIN (SELECT log_id, min(from_date) AS begins FROM log_stretches GROUP BY log_id) AS b ON b.log_id = p.log_id
    LEFT JOIN (
        SELECT met.statement_id, met.observation_id, sum(date_diff('day', q.from_date, q.until_date) + 1)::BIGINT AS days
        FROM met
        JOIN log_stretches AS q ON q.log_id = met.log_id AND q.kind <> 'records' AND q.from_date > met.deadline_date
        GROUP BY met.statement_id, met.observation_id
    ) AS h ON h.statement_id = p.statement_id AND h.observation_id = p.observation_id
),
ruled AS (
    SELECT
        weighed.*,
        CASE
            WHEN quantifier IN ('some', 'most') THEN 'not about each'
            WHEN perhaps_kept THEN 'perhaps among those kept'
            WHEN kind <> 'never' AND latest_date IS NULL THEN 'no last day'
            WHEN possible AND ability_only THEN 'ability, not use'
            WHEN possible AND kind = 'never' AND vaguer THEN 'vaguer than the denial'
            WHEN possible AND firm AND NOT arguable THEN 'after'
            WHEN possible AND same_source AND basis <> 'admission' THEN 'one source'
            WHEN possible THEN 'perhaps after'
            WHEN kind <> 'never' AND watched_from > deadline_date AND incomplete <> '' THEN 'incomplete log'
            WHEN kind <> 'never' AND watched_from > deadline_date AND silence IS NOT NULL THEN 'gap'
            WHEN kind <> 'never' AND log_begins > deadline_date + INTERVAL 1 DAY THEN 'begins later'
            WHEN kind <> 'never' AND watched_from > deadline_date THEN 'watched past'
            WHEN NOT seen THEN 'refused'
            WHEN kind = 'never' THEN 'outside the time'
            WHEN seen_latest < earliest_date THEN 'before'
            ELSE 'within the stated end'
        END AS rule
    FROM weighed
)
SELECT
    ruled.*,
    CASE
        WHEN rule IN ('after', 'perhaps after') AND explained_by IS NOT NULL THEN 'explained'
        WHEN rule = 'after' AND about = 'feature' THEN 'left in place'
        WHEN rule = 'after' THEN 'contradicted'
        WHEN rule = 'perhaps after' AND about = 'feature' THEN 'possibly left in place'
        WHEN rule = 'perhaps after' THEN 'possibly contradicted'
        WHEN rule = 'watched past' THEN 'consistent'
        ELSE 'cannot tell'
    END AS verdict
FROM ruled
