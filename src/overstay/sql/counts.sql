-- counts: one row per statement that counts partners ("38 of the 52"), tested as a whole: are more partners seen certainly
-- later than it leaves over? Reads ends, judged. Explained ones are left out. Against words that
-- take interpretation nothing is certainly later. Partners seen by name and partners only
-- counted may be the same, so the greater number counts and they are not added.
WITH later AS (
    SELECT
        statement_id,
        count(DISTINCT seen_partner_id) AS named,
        coalesce(max(CASE WHEN seen_partner_id IS NULL THEN coalesce(partners, 1) END), 0) AS unnamed,
        string_agg(observation_id, '|' ORDER BY observation_id) AS observation_ids
    FROM judged
    WHERE firm AND NOT ability_only AND NOT perhaps_kept AND explained_by IS NULL
    GROUP BY statement_id
)
SELECT
    e.*, greatest(coalesce(later.named, 0), coalesce(later.unnamed, 0)) AS seen_later,
    e.count_of - e.count_stated AS left_over,
    later.observation_ids,
    CASE
        WHEN greatest(coalesce(later.named, 0), coalesce(later.unnamed, 0)) <= e.count_of - e.count_stated THEN 'cannot tell'
        WHEN e.arguable THEN 'cannot tell'
        WHEN e.about = 'feature' THEN 'left in place'
        ELSE 'contradicted'
    END AS verdict
FROM ends AS e
LEFT JOIN later ON later.statement_id = e.statement_id
WHERE e.count_stated IS NOT NULL AND e.count_of IS NOT NULL AND e.kind <> 'never'
