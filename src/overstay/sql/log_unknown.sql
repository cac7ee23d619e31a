-- log_unknown: one row per name in a log that no partner, program or kind of data of the case has, with the rows that hold it;
-- and one per log for rows that no pattern of its map fits. Reads log_labels, log_days.
SELECT l.log_id, 'partner' AS kind, l.partner_as_logged AS name, sum(d."rows")::BIGINT AS "rows"
FROM log_labels AS l JOIN log_days AS d ON d.log_id = l.log_id AND d.label = l.label
WHERE NOT l.known AND l.partner_as_logged <> ''
GROUP BY l.log_id, l.partner_as_logged
UNION ALL
SELECT l.log_id, 'program', l.unknown_program, sum(d."rows")::BIGINT
FROM log_labels AS l JOIN log_days AS d ON d.log_id = l.log_id AND d.label = l.label
WHERE l.unknown_program IS NOT NULL
GROUP BY l.log_id, l.unknown_program
UNION ALL
SELECT l.log_id, 'kind of data', l.unknown_category, sum(d."rows")::BIGINT
FROM log_labels AS l JOIN log_days AS d ON d.log_id = l.log_id AND d.label = l.label
WHERE l.unknown_category IS NOT NULL
GROUP BY l.log_id, l.unknown_category
UNION ALL
SELECT l.log_id, 'not in its map', '', sum(d."rows")::BIGINT
FROM log_labels AS l JOIN log_days AS d ON d.log_id = l.log_id AND d.label = l.label
WHERE l.unmapped
GROUP BY l.log_id
ORDER BY 1, 2, 4 DESC, 3
