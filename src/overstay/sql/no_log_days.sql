-- no_log_days: no row, with the columns of log_days, for a case without logs.
SELECT
    ''::VARCHAR AS log_id, 0::UBIGINT AS label, ''::VARCHAR AS partner, ''::VARCHAR AS program, ''::VARCHAR AS category,
    0::INTEGER AS pattern, DATE '2000-01-01' AS day, 0::BIGINT AS "rows", 0::BIGINT AS served, 0::BIGINT AS refused,
    0::DOUBLE AS measure, TIMESTAMP '2000-01-01' AS first_at, TIMESTAMP '2000-01-01' AS last_at,
    TIMESTAMP '2000-01-01' AS last_until_at, TIMESTAMP '2000-01-01' AS first_row_at, TIMESTAMP '2000-01-01' AS last_row_at
WHERE FALSE
