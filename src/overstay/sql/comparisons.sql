-- comparisons: one row per judged pair, and one per statement with a count (observation_id NULL), each with its reason.
-- Reads judged, counts, dates, sources. days_after_* NULL = open on that side, nothing seen, or a `never`;
-- users NULL = not known. evidence = ids that lead back to the rows, and through them to the sources.
WITH worded AS (
    SELECT
        j.*,
        j.organisation || CASE j.kind
            WHEN 'never' THEN CASE j.about WHEN 'use' THEN ' denied any use ' WHEN 'feature' THEN ' denied the feature '
                ELSE ' denied any access ' END || d.span_words
            ELSE ' said that ' || CASE j.about WHEN 'feature' THEN 'the feature' WHEN 'use' THEN 'the use' ELSE 'the access' END
                || CASE j.kind WHEN 'ended' THEN ' ended ' WHEN 'will-end' THEN ' would end ' ELSE ', extended, would end ' END
                || d.words
        END AS claim,
        CASE j.basis
            WHEN 'internal record' THEN 'An internal record' WHEN 'admission' THEN 'An admission'
            WHEN 'allegation' THEN 'An allegation' WHEN 'audit' THEN 'An audit' ELSE 'A ' || j.basis
        END || CASE j.extent
            WHEN 'use' THEN ' shows use of data, last seen '
            WHEN 'capability' THEN ' shows possible access, last seen '
            ELSE ' shows that access failed'
        END || coalesce(l.words, '') AS sight,
        w.words AS watch,
        CASE
            WHEN j.days_after_least IS NULL AND j.days_after_most IS NULL THEN 'an unknown number of days after'
            WHEN j.days_after_least IS NULL THEN 'up to ' || j.days_after_most || ' day' || s_most
            WHEN j.days_after_most IS NULL THEN 'at least ' || j.days_after_least || ' day' || s_least
            WHEN j.days_after_least = j.days_after_most AND j.days_after_least < 0 THEN
                -j.days_after_least || CASE WHEN j.days_after_least = -1 THEN ' day' ELSE ' days' END || ' before by the calendar'
            WHEN j.days_after_least = j.days_after_most THEN j.days_after_least || ' day' || s_least
            WHEN j.days_after_least < 0 THEN
                'anything from ' || -j.days_after_least || CASE WHEN j.days_after_least = -1 THEN ' day' ELSE ' days' END
                || ' before to ' || j.days_after_most || ' day' || s_most
            ELSE j.days_after_least || ' to ' || j.days_after_most || ' days after'
        END || CASE WHEN j.certain AND j.days_after_least <= 0 THEN ', later by the hour or the time zone' ELSE '' END
            AS distance,
        CASE WHEN $grace_days = 0 THEN '' WHEN $grace_days = 1 THEN ' and 1 day of grace'
            ELSE ' and ' || $grace_days || ' days of grace' END AS grace,
        concat_ws(
            '; ',
            CASE WHEN NOT j.certain AND j.kind = 'never' THEN 'some readings of the dates lie outside the time denied' END,
            CASE WHEN NOT j.certain AND j.kind <> 'never' THEN
                'some readings of the dates do not put it after the end' || CASE WHEN $grace_days = 0 THEN ''
                    WHEN $grace_days = 1 THEN ' and 1 day of grace' ELSE ' and ' || $grace_days || ' days of grace' END END,
            CASE WHEN j.vaguer THEN 'the evidence does not say which data or program' END,
            CASE WHEN j.perhaps_explained AND j.kind <> 'never' THEN
                j.partly_explained_by || ' covers a part of what was seen, which may be all of it' END,
            CASE WHEN j.basis = 'allegation' THEN 'it is the word of one party' END,
            CASE WHEN j.arguable THEN 'the statement takes interpretation' END,
            CASE WHEN j.seen_arguable THEN 'the evidence takes interpretation' END
        ) AS doubts
    FROM (
        SELECT
            judged.*,
            CASE WHEN days_after_least = 1 THEN ' after' ELSE 's after' END AS s_least,
            CASE WHEN days_after_most = 1 THEN ' after' ELSE 's after' END AS s_most
        FROM judged
    ) AS j
    JOIN sources AS s ON s.source_id = j.source_id
    JOIN dates AS d ON d.edtf = j.stated_date AND d.zone = coalesce(s.zone, $zone)
    JOIN sources AS o ON o.source_id = j.seen_source_id
    LEFT JOIN dates AS l ON l.edtf = j.last_seen AND l.zone = coalesce(o.zone, $zone)
    LEFT JOIN dates AS w ON w.edtf = j.watched_until AND w.zone = coalesce(o.zone, $zone)
)
SELECT
    statement_id, observation_id,
    CASE WHEN vaguer THEN 'vaguer evidence' WHEN seen_program_id = program_id AND seen_category_id = category_id
        AND seen_partner_id IS NOT DISTINCT FROM partner_id THEN 'same' ELSE 'part of what was stated' END AS scope,
    coalesce(partner_id, seen_partner_id) AS partner_id, nullif(program_id, '') AS program_id,
    nullif(category_id, '') AS category_id, organisation, kind, about, stated_date, last_seen, basis, extent, users, partners,
    verdict, days_after_least, days_after_most,
    CASE WHEN verdict = 'explained' THEN explained_by END AS explained_by,
    verdict = 'explained' AND late AS late,
    CASE WHEN verdict NOT IN ('explained', 'consistent', 'cannot tell') THEN partly_explained_by END AS partly_explained_by,
    claim || '. ' || CASE
        WHEN verdict = 'explained' THEN
            sight || ', ' || distance || ', but ' || explained_by || ' (' || explainer || ') covers that time by '
            || CASE explained_how WHEN 'extension' THEN 'an extension' WHEN 'continues' THEN 'saying that it goes on'
                ELSE 'a new grant' END
            || CASE WHEN late THEN ', made public only afterwards' ELSE '' END || '.'
        WHEN kind = 'never' AND rule = 'after' THEN sight || ', within the time denied.'
        WHEN kind = 'never' AND rule = 'perhaps after' THEN sight || '. Not certain: ' || doubts || '.'
        WHEN rule = 'after' AND about = 'feature' THEN
            sight || ', ' || distance || '. The feature was said to be gone; the access behind it was not.'
        WHEN rule = 'after' THEN sight || ', ' || distance || '.'
        WHEN rule = 'perhaps after' THEN sight || ', ' || distance || '. Not certain: ' || doubts || '.'
        WHEN rule = 'watched past' THEN 'Nothing is seen after that, and the evidence still watched ' || watch || '.'
        WHEN rule = 'not about each' THEN 'It speaks of ' || quantifier || ' partners, so it says nothing about each of them.'
        WHEN rule = 'perhaps among those kept' THEN
            'The evidence counts ' || coalesce(partners, 1) || ' without names, and ' || kept || ' are excepted or said to continue.'
        WHEN rule = 'no last day' THEN 'No last day is given that access could overstay.'
        WHEN rule = 'ability, not use' THEN sight || '. It shows the ability; the statement is about use.'
        WHEN rule = 'vaguer than the denial' THEN sight || ', but does not say which program or kind of data; the denial does.'
        WHEN rule = 'one source' THEN sight || '. Both come from one source and are no evidence against each other.'
        WHEN rule = 'refused' THEN sight || '; nothing shows that anyone looked past the stated end.'
        WHEN rule = 'outside the time' THEN sight || ', outside the time spoken of.'
        WHEN rule = 'before' THEN sight || CASE
            WHEN watch IS NULL THEN '. The evidence stops before the stated end and says nothing about later days.'
            ELSE '. It was still watched ' || watch || ', but not certainly past the stated end' || grace || '.' END
        ELSE sight || ', no later than the stated end' || grace || ' allows; nothing is shown about the days after it.'
    END
    || CASE WHEN partly_explained_by IS NOT NULL AND verdict NOT IN ('explained', 'cannot tell', 'consistent')
            AND NOT perhaps_explained
        THEN ' ' || partly_explained_by || ' would explain a part of it.' ELSE '' END AS reason,
    statement_id || '|' || observation_id || CASE
        WHEN verdict = 'explained' THEN '|' || explained_by
        WHEN verdict NOT IN ('consistent', 'cannot tell') THEN coalesce('|' || partly_explained_by, '')
        ELSE '' END AS evidence,
    rule
FROM worded
UNION ALL
SELECT
    c.statement_id, NULL, 'the count as a whole', NULL, nullif(c.program_id, ''), nullif(c.category_id, ''),
    c.organisation, c.kind, c.about, c.stated_date, NULL, NULL, NULL, NULL, c.seen_later,
    c.verdict, NULL, NULL, NULL, FALSE, NULL,
    c.organisation || ' spoke of ' || c.count_stated || ' of ' || c.count_of || ', which leaves ' || c.left_over || ' over. '
        || c.seen_later || CASE WHEN c.seen_later = 1 THEN ' is' ELSE ' are' END || ' seen certainly later and unexplained'
        || CASE WHEN c.seen_later > c.left_over THEN ': more than that.' ELSE ', which is no more than that.' END
        || CASE WHEN c.seen_later > c.left_over AND c.arguable THEN ' But the statement takes interpretation, so nothing is certainly later than it.' ELSE '' END,
    c.statement_id || coalesce('|' || c.observation_ids, ''),
    'count'
FROM counts AS c
ORDER BY statement_id, observation_id NULLS LAST
