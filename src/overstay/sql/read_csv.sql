-- read_csv: every cell of one CSV file as text, columns named by their place. What DuckDB cannot parse goes to its rejects tables.
SELECT * FROM read_csv(
    $file, columns = $columns, delim = $delimiter, quote = '"', escape = '"', header = TRUE, auto_detect = FALSE,
    compression = 'none', store_rejects = TRUE, rejects_limit = 0, rejects_line_size_limit = 10000, max_line_size = 2000000)
