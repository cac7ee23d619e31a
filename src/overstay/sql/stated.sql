-- stated: one row per statement of any kind, with the bounds of its date and the day from which it was public.
-- Reads statements, sources, dates (zone '' = not known). NULL bounds = open on that side. A statement whose own date is
-- marked uncertain counts as arguable. public_date is the later of the day said and the day its source came out:
-- what was said in private is public from the source on; NULL = neither is known.
SELECT
    s.statement_id, s.source_id, s.speaker, trim(string_split(s.speaker, '(')[1]) AS organisation,
    coalesce(s.program_id, '') AS program_id, s.partner_id, coalesce(s.category_id, '') AS category_id,
    s.kind, s.about, coalesce(s.quantifier, '') AS quantifier, s."count" AS count_stated, s."of" AS count_of,
    s.stated_date, s.date_text,
    coalesce($reading <> 'plain' AND (s.reading = 'arguable' OR d.arguable), FALSE) AS arguable,
    CAST(d.earliest_date AS DATE) AS earliest_date, CAST(d.latest_date AS DATE) AS latest_date,
    d.earliest_at, d.latest_at, d.sure_from_at, d.sure_until_at,
    d.earliest_local, d.latest_local, d.sure_from_local, d.sure_until_local,
    d.deadline_at, d.deadline_local,
    CAST(d.latest_date + $grace_days * INTERVAL 1 DAY AS DATE) AS deadline_date,
    d.has_zone,
    CAST(said.latest_date AS DATE) AS said_latest,
    greatest(CAST(said.earliest_date AS DATE), CAST(published.earliest_date AS DATE)) AS public_date
FROM statements AS s
JOIN sources ON sources.source_id = s.source_id
JOIN dates AS d ON d.edtf = s.stated_date AND d.zone = coalesce(sources.zone, $zone)
LEFT JOIN dates AS said ON said.edtf = s.said_on AND said.zone = coalesce(sources.zone, $zone)
LEFT JOIN dates AS published ON published.edtf = sources.published AND published.zone = coalesce(sources.zone, $zone)
WHERE NOT EXISTS (SELECT 1 FROM left_out WHERE left_out.row_id = s.statement_id AND left_out."table" = 'statements')
