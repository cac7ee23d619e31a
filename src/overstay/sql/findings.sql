-- findings: one row per statement with an end: its strongest verdict, the comparison that gives it, and how many comparisons
-- came to each verdict. Reads ends, claims, comparisons, disputes, verdicts. met = FALSE: no observation of the same thing,
-- which proves nothing. days_after_* NULL = open on that side, nothing seen, or a `never`.
WITH ranked AS (
    SELECT
        c.*, v.strength,
        row_number() OVER (
            PARTITION BY c.statement_id
            ORDER BY v.strength, CASE WHEN c.days_after_least > 0 THEN 0 ELSE 1 END,
                CASE WHEN c.extent = 'use' THEN 0 ELSE 1 END, c.days_after_least DESC NULLS LAST,
                c.observation_id NULLS LAST) AS place
    FROM comparisons AS c JOIN verdicts AS v ON v.verdict = c.verdict
),
tallied AS (
    SELECT
        statement_id,
        count(observation_id) AS observations,
        count(CASE WHEN verdict = 'contradicted' THEN 1 END) AS contradicted,
        count(CASE WHEN verdict = 'left in place' THEN 1 END) AS left_in_place,
        count(CASE WHEN verdict = 'possibly contradicted' THEN 1 END) AS possibly_contradicted,
        count(CASE WHEN verdict = 'possibly left in place' THEN 1 END) AS possibly_left_in_place,
        count(CASE WHEN verdict = 'explained' THEN 1 END) AS explained,
        count(CASE WHEN verdict = 'consistent' THEN 1 END) AS consistent,
        count(CASE WHEN verdict = 'cannot tell' THEN 1 END) AS cannot_tell
    FROM comparisons
    GROUP BY statement_id
),
disputed AS (
    SELECT statement_id, string_agg(disputed_by, '|' ORDER BY disputed_by) AS disputed_by
    FROM disputes
    GROUP BY statement_id
)
SELECT
    e.statement_id, claims.claim_id, e.speaker, e.partner_id, nullif(e.program_id, '') AS program_id,
    nullif(e.category_id, '') AS category_id, e.kind, e.about, nullif(e.quantifier, '') AS quantifier, e.stated_date, e.date_text,
    coalesce(r.verdict, 'cannot tell') AS verdict, r.observation_id, r.partner_id AS observed_partner_id, r.last_seen, r.basis,
    r.extent, r.days_after_least, r.days_after_most, r.explained_by, coalesce(r.late, FALSE) AS late,
    CASE WHEN r.verdict NOT IN ('consistent', 'cannot tell') THEN d.disputed_by END AS disputed_by,
    coalesce(t.observations, 0) > 0 AS met,
    coalesce(t.contradicted, 0) AS contradicted, coalesce(t.left_in_place, 0) AS left_in_place,
    coalesce(t.possibly_contradicted, 0) AS possibly_contradicted,
    coalesce(t.possibly_left_in_place, 0) AS possibly_left_in_place, coalesce(t.explained, 0) AS explained,
    coalesce(t.consistent, 0) AS consistent, coalesce(t.cannot_tell, 0) AS cannot_tell,
    coalesce(r.reason, 'No dated observation of the same thing: silence is no evidence, either way.') AS reason,
    coalesce(r.evidence, e.statement_id) AS evidence
FROM ends AS e
JOIN claims ON claims.statement_id = e.statement_id
LEFT JOIN ranked AS r ON r.statement_id = e.statement_id AND r.place = 1
LEFT JOIN tallied AS t ON t.statement_id = e.statement_id
LEFT JOIN disputed AS d ON d.statement_id = e.statement_id
ORDER BY e.statement_id
