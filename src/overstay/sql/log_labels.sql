-- log_labels: one row per label of a log's rows (what they say of partner, program and kind of data), with the ids that it stands
-- for. Reads log_days, log_settings, log_patterns, log_names, partners. known = FALSE: no partner of the case has this name; its
-- partner_id is then the name itself (with a ? where that is the id of one partner and a name of another), NULL where the row
-- names nobody. What a pattern of the map says goes before what a column says.
SELECT
    named.log_id, named.label, coalesce(named.partner, '') AS partner_as_logged,
    coalesce(named.named_partner_id, named.partner || CASE WHEN q.partner_id IS NULL THEN '' ELSE '?' END) AS partner_id,
    named.named_partner_id IS NOT NULL AS known,
    named.program_id, named.category_id,
    CASE WHEN named.named_partner_id IS NULL THEN 'arguable' ELSE coalesce(named.reading, 'plain') END AS reading,
    named.pattern IS NULL AND named.has_map AS unmapped,
    CASE WHEN named.program IS NOT NULL AND named.program_id IS NULL THEN named.program END AS unknown_program,
    CASE WHEN named.category IS NOT NULL AND named.category_id IS NULL THEN named.category END AS unknown_category
FROM (
    SELECT DISTINCT
        d.log_id, d.label, d.partner, d.program, d.category, d.pattern, s.has_map, m.reading,
        coalesce(m.partner_id, p.id, s.partner_id) AS named_partner_id,
        coalesce(m.program_id, g.id, s.program_id) AS program_id,
        coalesce(m.category_id, c.id, s.category_id) AS category_id
    FROM log_days AS d
    JOIN log_settings AS s ON s.log_id = d.log_id
    LEFT JOIN log_patterns AS m ON m.log_id = d.log_id AND m.place = d.pattern
    LEFT JOIN log_names AS p ON p.kind = 'partner' AND p.name = lower(d.partner)
    LEFT JOIN log_names AS g ON g.kind = 'program' AND g.name = lower(d.program)
    LEFT JOIN log_names AS c ON c.kind = 'category' AND c.name = lower(d.category)
) AS named
LEFT JOIN partners AS q ON q.partner_id = named.partner
