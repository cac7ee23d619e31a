"""How much of a document is read, so that no file can take the machine with it: sizes, and a net of memory and time."""

from __future__ import annotations

MEGABYTE = 1 << 20

FILE_BYTES = 200 * MEGABYTE
PAGES = 5_000  # of a PDF
PAGE_CHARACTERS = 1_000_000  # of one page of a PDF
TEXT_CHARACTERS = 50_000_000  # of one document
HTML_BYTES = 50 * MEGABYTE  # of one web page
HTML_NESTING = 5_000  # elements inside one another
HTML_NODES = 5_000_000
RECORD_BYTES = 50 * MEGABYTE  # of one WARC record, unpacked
RECORDS = 20_000  # documents of one WARC file
MAIL_PARTS = 1_000
MAIL_NESTING = 200  # parts that hold parts
FRONT_LINES = 200  # of the front matter of a Markdown file
OCR_DPI = 300
OCR_PIXELS = 40_000_000  # of one page drawn for OCR; a larger page is drawn at fewer dots an inch
OCR_SECONDS = 120  # for one page

# For the process in which hostile formats are read.
MEMORY_BYTES = 1 << 30  # address space
CPU_SECONDS = 30  # processor time for one page, or for one document of another kind
FILE_SECONDS = 300  # processor time for one file
DEATHS = 5  # pages or records of one file that may end the process, before the rest of the file is left out
