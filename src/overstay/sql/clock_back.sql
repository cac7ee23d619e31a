-- clock_back: how many rows of one file are earlier than the row before them. Reads records (in the order of the file).
SELECT count(*) AS "rows" FROM (SELECT seen_at < lag(seen_at) OVER () AS back FROM records WHERE label IS NOT NULL) AS steps WHERE back
