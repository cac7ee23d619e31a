-- left_out: one row per statement or observation that was not yet public on $as_of, or of which that is not known; none where
-- $as_of is ''. Reads statements, observations, sources, dates. A row is public when its source is, in every reading.
WITH public AS (
    SELECT sources.source_id, CAST(d.latest_date AS DATE) AS public_date
    FROM sources
    LEFT JOIN dates AS d ON d.edtf = sources.published AND d.zone = coalesce(sources.zone, $zone)
)
SELECT 'statements' AS "table", s.statement_id AS row_id, p.source_id, p.public_date
FROM statements AS s JOIN public AS p ON p.source_id = s.source_id
WHERE $as_of <> '' AND NOT coalesce(p.public_date <= try_cast($as_of AS DATE), FALSE)
UNION ALL
SELECT 'observations' AS "table", o.observation_id AS row_id, p.source_id, p.public_date
FROM observations AS o JOIN public AS p ON p.source_id = o.source_id
WHERE $as_of <> '' AND NOT coalesce(p.public_date <= try_cast($as_of AS DATE), FALSE)
ORDER BY "table", row_id
