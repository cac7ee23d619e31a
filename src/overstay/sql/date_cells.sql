-- date_cells: one row per date and zone in which it is to be read; zone '' = not known. Reads all tables.
WITH written AS (
    SELECT published AS edtf, coalesce(zone, $zone) AS zone FROM sources
    UNION
    SELECT started AS edtf, $zone AS zone FROM programs
    UNION
    SELECT s.said_on AS edtf, coalesce(sources.zone, $zone) AS zone
    FROM statements AS s JOIN sources ON sources.source_id = s.source_id
    UNION
    SELECT s.stated_date AS edtf, coalesce(sources.zone, $zone) AS zone
    FROM statements AS s JOIN sources ON sources.source_id = s.source_id
    UNION
    SELECT unnest([o.first_seen, o.last_seen, o.watched_until]) AS edtf, coalesce(sources.zone, $zone) AS zone
    FROM observations AS o JOIN sources ON sources.source_id = o.source_id
)
SELECT edtf, zone FROM written WHERE edtf IS NOT NULL ORDER BY edtf, zone
