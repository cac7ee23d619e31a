-- check_words: one row per stated phrase of more than eight words (a longer one is no longer a citation). Reads cells, columns.
SELECT cells.file, cells.line, cells."column", cells.value, 'has more than eight words; keep those that give the date' AS reason
FROM cells JOIN columns ON columns.file = cells.file AND columns."column" = cells."column" AND columns.kind = 'words'
WHERE len(regexp_extract_all(cells.value, '\S+')) > 8
