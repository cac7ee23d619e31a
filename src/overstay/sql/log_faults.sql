-- log_faults: one row per rejected row of one file, in its order, with its place among the rows that could be parsed. Reads records.
SELECT file_row_number AS place, line, fault AS reason, raw FROM records WHERE fault IS NOT NULL ORDER BY file_row_number
