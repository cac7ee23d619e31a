-- no_events: no row, with the columns of records that a comparison reads, for a case without logs.
SELECT
    0::BIGINT AS line, 0::UBIGINT AS label, TIMESTAMP '2000-01-01' AS seen_at, TIMESTAMP '2000-01-01' AS until_at,
    DATE '2000-01-01' AS day, 0::BIGINT AS served, 0::BIGINT AS refused, NULL::UUID AS person,
    ''::VARCHAR AS filename, 0::BIGINT AS file_row_number
WHERE FALSE
