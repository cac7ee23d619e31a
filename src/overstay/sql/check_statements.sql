-- check_statements: one row per statement whose columns do not go together. Reads statements (as text).
SELECT 'statements.csv' AS file, line, "column", value, reason
FROM (
    SELECT line, 'quantifier' AS "column", '' AS value,
        'is blank although no partner is named; write all, most or some' AS reason
    FROM statements WHERE partner_id IS NULL AND quantifier IS NULL
    UNION ALL
    SELECT line, 'quantifier', quantifier, 'belongs to statements that name no partner; leave it blank'
    FROM statements WHERE partner_id IS NOT NULL AND quantifier IS NOT NULL
    UNION ALL
    SELECT line, 'count', "count", 'counts partners, but the statement names one; leave it blank'
    FROM statements WHERE partner_id IS NOT NULL AND "count" IS NOT NULL
    UNION ALL
    SELECT line, 'of', "of", 'says of how many, but count is blank; fill both or neither'
    FROM statements WHERE "of" IS NOT NULL AND "count" IS NULL
    UNION ALL
    SELECT line, 'count', "count", 'is more than the ' || "of" || ' in the column of'
    FROM statements WHERE try_cast("count" AS BIGINT) > try_cast("of" AS BIGINT)
    UNION ALL
    SELECT line, 'except', "except", 'goes only with the quantifier all'
    FROM statements WHERE "except" IS NOT NULL AND quantifier IS DISTINCT FROM 'all'
) AS faults
