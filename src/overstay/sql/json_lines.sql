-- json_lines: the lines of a JSON lines file, body = the object of one line as text, {} where the line cannot be used (given_fault
-- says why). Reads lines (line, raw, fault = why a line cannot be read).
SELECT
    line, raw, given_fault, CASE WHEN given_fault IS NULL THEN raw ELSE '{}' END AS body
FROM (
    SELECT
        lines.*,
        CASE WHEN fault IS NOT NULL THEN fault WHEN NOT json_valid(raw) THEN 'is not JSON'
            WHEN json_type(raw) <> 'OBJECT' THEN 'is no JSON object' END AS given_fault
    FROM lines
) AS judged
