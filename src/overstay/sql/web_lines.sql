-- web_lines: the lines of a web server's log in Common or Combined Log Format as columns; `-` and blank = NULL. Reads lines (line,
-- raw, fault = why a line cannot be read).
SELECT
    line, raw,
    CASE WHEN fault IS NOT NULL THEN fault WHEN cells.status = '' THEN 'is no line of the Common or Combined Log Format' END AS given_fault,
    nullif(cells.host, '') AS host, nullif(nullif(cells.ident, ''), '-') AS ident, nullif(nullif(cells."user", ''), '-') AS "user",
    nullif(cells."time", '') AS "time", nullif(split_part(cells.request, ' ', 1), '') AS "method",
    nullif(split_part(cells.request, ' ', 2), '') AS path, nullif(split_part(cells.request, ' ', 3), '') AS protocol,
    nullif(nullif(cells.status, ''), '-') AS status, nullif(nullif(cells.bytes, ''), '-') AS bytes,
    nullif(nullif(cells.referer, ''), '-') AS referer, nullif(nullif(cells.agent, ''), '-') AS agent
FROM (
    SELECT
        lines.*,
        regexp_extract(
            raw,
            '^(\S+) (\S+) (.*?) \[([^\]]+)\] "((?:[^"\\]|\\.)*)" (\d{3}|-) (\d+|-)(?: "((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)".*)?\s*$',
            ['host', 'ident', 'user', 'time', 'request', 'status', 'bytes', 'referer', 'agent']) AS cells
    FROM lines
) AS split
