-- dated_statements: one row per statement, with the bounds of the day said and of the stated date (NULL = open).
-- Reads statements, sources, dates.
SELECT
    s.*,
    CAST(d.earliest_date AS DATE) AS stated_earliest, CAST(d.latest_date AS DATE) AS stated_latest,
    CAST(said.earliest_date AS DATE) AS said_earliest, CAST(said.latest_date AS DATE) AS said_latest
FROM statements AS s
JOIN sources ON sources.source_id = s.source_id
JOIN dates AS d ON d.edtf = s.stated_date AND d.zone = coalesce(sources.zone, $zone)
JOIN dates AS said ON said.edtf = s.said_on AND said.zone = coalesce(sources.zone, $zone)
ORDER BY s.statement_id
