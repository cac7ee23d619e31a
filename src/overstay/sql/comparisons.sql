-- comparisons: one row per judged pair, and one per statement with a count (observation_id NULL), each with its reason.
-- Reads judged, counts, dates, sources, log_settings, log_files. days_after_* NULL = open on that side, nothing seen, or a `never`;
-- users NULL = not known; *_after, events_explained NULL = it is no log, or no last day is given; users
-- are counted as 0 where the log names none. evidence = ids that lead back to the rows, and through them to the sources.
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
            WHEN 'allegation' THEN 'An allegation' WHEN 'audit' THEN 'An audit'
            ELSE CASE WHEN j.log_id IS NULL THEN 'A ' || j.basis ELSE 'The log ' || j.log_id END
        END || CASE j.extent
            WHEN 'use' THEN ' shows use of data, last seen '
            WHEN 'capability' THEN ' shows possible access, last seen '
            ELSE CASE WHEN y.refused = 0 THEN ' shows no request' ELSE ' shows that access failed' END
        END || CASE
            WHEN j.log_id IS NULL OR NOT j.seen THEN coalesce(l.words, '')
            WHEN j.period_unit = 'month' THEN strftime(j.seen_earliest, '%B %Y')
            WHEN j.period_unit = 'year' THEN strftime(j.seen_earliest, '%Y')
            WHEN j.period_unit = 'day' THEN strftime(j.seen_earliest, '%-d %B %Y')
            ELSE strftime(j.seen_earliest_at, '%-d %B %Y at %H:%M:%S UTC') END AS sight,
        CASE WHEN j.events_after > 0 THEN
            ' ' || format('{:,}', j.events_after) || ' ' || g.noun || CASE WHEN j.events_after = 1 THEN ' lies' ELSE 's lie' END
            || CASE WHEN j.certain THEN '' ELSE ' perhaps' END || CASE WHEN j.kind = 'never' THEN ' within it' ELSE ' after it' END
            || CASE WHEN j.users_after = 0 THEN '' WHEN j.users_after < $small_counts THEN ', about fewer than ' || $small_counts || ' people'
                ELSE ', about ' || format('{:,}', j.users_after) || ' people' END
            || CASE WHEN j.events_after = 1 THEN '' ELSE ', the first ' || CASE j.period_unit
                WHEN 'month' THEN 'in ' || strftime(j.first_day_after, '%B %Y') WHEN 'year' THEN 'in ' || strftime(j.first_day_after, '%Y')
                WHEN 'day' THEN 'on ' || strftime(j.first_day_after, '%-d %B %Y')
                ELSE 'on ' || strftime(j.first_after, '%-d %B %Y at %H:%M:%S UTC') END END || '.' ELSE '' END
        || CASE WHEN j.refused_after > 0 THEN
            ' ' || format('{:,}', j.refused_after) || ' ' || g.noun || CASE WHEN j.refused_after = 1 THEN ' was' ELSE 's were' END
                || CASE WHEN j.kind = 'never' THEN ' refused within it.' ELSE ' refused after it.' END
            ELSE '' END
        || CASE WHEN j.events_explained > 0 AND j.events_after > 0 THEN
            ' ' || format('{:,}', j.events_explained) || CASE WHEN j.events_explained = 1 THEN ' more is' ELSE ' more are' END
                || ' covered by ' || coalesce(j.partly_explained_by, 'other statements') || '.'
            ELSE '' END
        || CASE WHEN j.rule = 'watched past' AND j.silent_days_after > 0 THEN
            ' On ' || format('{:,}', j.silent_days_after) || CASE WHEN j.silent_days_after = 1 THEN ' day' ELSE ' days' END
                || ' after it the log has no records, or far fewer than usual.' ELSE '' END
        || CASE WHEN j.rule = 'watched past' AND f.rejected > 0 THEN
            ' ' || format('{:,}', f.rejected) || CASE WHEN f.rejected = 1 THEN ' row' ELSE ' rows' END
                || ' of the log could not be read.' ELSE '' END
        || CASE WHEN j.rule = 'watched past' AND f.truncated THEN ' A file of the log is cut off.' ELSE '' END AS tally,
        CASE WHEN j.silence IS NOT NULL THEN
            CASE j.silence WHEN 'gap' THEN 'no records' ELSE 'far fewer records than usual' END || CASE WHEN j.silent_from = j.silent_until
                THEN ' on ' || strftime(j.silent_from, '%-d %B %Y')
                ELSE ' from ' || strftime(j.silent_from, '%-d %B %Y') || ' to ' || strftime(j.silent_until, '%-d %B %Y') END
        END AS silent_words, strftime(j.log_begins, '%-d %B %Y') AS begins_words,
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
    LEFT JOIN log_settings AS g ON g.log_id = j.log_id
    LEFT JOIN log_access AS y ON y.observation_id = j.observation_id
    LEFT JOIN (
        SELECT log_id, sum(rejected)::BIGINT AS rejected, bool_or(truncated) AS truncated FROM log_files GROUP BY log_id
    ) AS f ON f.log_id = j.log_id
)
SELECT
    statement_id, observation_id,
    CASE WHEN vaguer THEN 'vaguer evidence' WHEN seen_program_id = program_id AND seen_category_id = category_id
        AND seen_partner_id IS NOT DISTINCT FROM partner_id THEN 'same' ELSE 'part of what was stated' END AS scope,
    coalesce(partner_id, seen_partner_id) AS partner_id, nullif(program_id, '') AS program_id,
    nullif(category_id, '') AS category_id, organisation, kind, about, stated_date,
    CASE WHEN log_id IS NULL OR NOT seen THEN last_seen ELSE CASE period_unit WHEN '' THEN strftime(seen_earliest_at, '%Y-%m-%dT%H:%M:%SZ')
        WHEN 'day' THEN strftime(seen_earliest, '%Y-%m-%d') WHEN 'month' THEN strftime(seen_earliest, '%Y-%m')
        ELSE strftime(seen_earliest, '%Y') END END AS last_seen, basis, extent, users, partners,
    verdict, days_after_least, days_after_most,
    CASE WHEN verdict = 'explained' THEN explained_by END AS explained_by,
    verdict = 'explained' AND late AS late,
    CASE WHEN verdict NOT IN ('explained', 'consistent', 'cannot tell') THEN partly_explained_by END AS partly_explained_by,
    claim || '. ' || CASE
        WHEN verdict = 'explained' THEN
            sight || ', ' || distance || ', but ' || explained_by || ' (' || explainer
            || CASE WHEN jointly THEN ') covers that time together with others, by ' ELSE ') covers that time by ' END
            || CASE explained_how WHEN 'extension' THEN 'an extension' WHEN 'continues' THEN 'saying that it goes on'
                ELSE 'a new grant' END
            || CASE WHEN late THEN ', made public only afterwards' ELSE '' END || '.'
        WHEN kind = 'never' AND rule = 'after' THEN sight || ', within the time denied.'
        WHEN kind = 'never' AND rule = 'perhaps after' THEN sight || '. Not certain: ' || doubts || '.'
        WHEN rule = 'after' AND about = 'feature' THEN
            sight || ', ' || distance || '. The feature was said to be gone; the access behind it was not.'
        WHEN rule = 'after' THEN sight || ', ' || distance || '.'
        WHEN rule = 'perhaps after' THEN sight || ', ' || distance || '. Not certain: ' || doubts || '.'
        WHEN rule = 'incomplete log' THEN
            'Nothing is seen after that in the log ' || log_id || ', but its silence proves nothing: ' || incomplete || '.'
        WHEN rule = 'gap' THEN
            'Nothing is seen after that in the log ' || log_id || ', but right after the stated end it has ' || silent_words || '.'
        WHEN rule = 'begins later' THEN
            'Nothing is seen after that in the log ' || log_id || ', but it begins only on ' || begins_words || '.'
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
            AND NOT perhaps_explained AND coalesce(events_explained, 0) = 0
        THEN ' ' || partly_explained_by || ' would explain a part of it.' ELSE '' END || tally AS reason,
    statement_id || '|' || observation_id || CASE
        WHEN verdict = 'explained' THEN '|' || explained_by
        WHEN verdict NOT IN ('consistent', 'cannot tell') THEN coalesce('|' || partly_explained_by, '')
        ELSE '' END AS evidence,
    rule, log_id, events_after, first_after, last_after, users_after, refused_after, events_explained
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
    'count', NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM counts AS c
ORDER BY statement_id, observation_id NULLS LAST
