"""How fast documents become text and candidate statements: a PDF of 750 pages, and plain text.

    python tests/benchmarks/documents.py [--pages 750] [--rounds 3]

It writes the PDF itself (reportlab, sentences of its own, drawn by seed), then runs each piece in a new process on
one core: PDFium's own loop over the pages, the file to a Document, the same from the cache, the file to candidates,
and plain text to candidates. Seconds are medians; memory is the peak of the process and of the reader it starts.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FIRMS = ("Borel Maps", "Cantor Pay", "Dirac Music", "Euler Rides", "Fermat Books", "Galois Games", "Hilbert Mail")
OPENINGS = (
    "In its answer Acme wrote that {firm}'s access to friend lists was shut down on {day} {month} {year}.",
    "According to the filing, {firm} no longer received contact details after {month} {year}.",
    "The company told reporters that the integration of {firm} was wound down in {year}.",
    "{firm} said it had never used the permission to read messages.",
    "Records show that {firm} could still see the names of friends as recently as {month} {year}.",
)
FILLERS = (
    "The meeting in {month} {year} dealt with the lease of the office and with two open posts.",
    "Costs rose by {number} percent, which the auditors put down to the price of paper.",
    "A list of the persons present is attached to the minutes as annex {number}.",
    "Counsel asked for more time, and the chair allowed it without a vote.",
    "The figures in table {number} were rounded, so that totals may differ from the sum of their parts.",
    "Nobody at the table could say who had drafted the second paragraph of the letter.",
    "The store in the harbour district closed in {year}, and its staff of {number} moved to the main building.",
)
MONTHS = ("January", "March", "April", "May", "June", "September", "October", "December")


def sentences(count: int, seed: int = 20181218) -> list[str]:
    """Sentences of which one in ten speaks of access."""
    draw = random.Random(seed)
    made = []
    for _ in range(count):
        pattern = draw.choice(OPENINGS if draw.random() < 0.1 else FILLERS)
        made.append(
            pattern.format(
                firm=draw.choice(FIRMS),
                day=draw.randint(1, 28),
                month=draw.choice(MONTHS),
                year=draw.randint(2010, 2018),
                number=draw.randint(2, 99),
            )
        )
    return made


def write_pdf(path: Path, pages: int) -> None:
    """A PDF of running text: 44 lines a page, as a report has them."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfgen import canvas

    lines = simpleSplit(" ".join(sentences(pages * 36)), "Times-Roman", 11, 450)
    paper = canvas.Canvas(str(path), pagesize=A4, invariant=1)
    for page in range(pages):
        paper.setFont("Times-Roman", 11)
        for row, line in enumerate(lines[page * 44 : page * 44 + 44]):
            paper.drawString(72, 770 - 15.5 * row, line)
        paper.drawString(290, 40, f"Page {page + 1} of {pages}")
        paper.showPage()
    paper.save()


def bare(path: Path) -> dict[str, float]:
    """What PDFium takes by itself."""
    import pypdfium2

    begin = time.perf_counter()
    pdf = pypdfium2.PdfDocument(path)
    characters = sum(len(page.get_textpage().get_text_range()) for page in pdf)
    return {"seconds": time.perf_counter() - begin, "characters": characters}


def document(path: Path) -> dict[str, float]:
    """The file to a Document; from the cache where it is there."""
    from overstay.documents import read_document

    begin = time.perf_counter()
    found = read_document(path)
    return {"seconds": time.perf_counter() - begin, "characters": len(found.text), "passages": len(found.passages)}


def candidates(path: Path) -> dict[str, float]:
    """The file to candidates."""
    from overstay.documents import read_document
    from overstay.statements import find_statements

    begin = time.perf_counter()
    found = read_document(path)
    read = time.perf_counter()
    rows = find_statements(found, said_on="2018-12-18", partners=list(FIRMS))
    end = time.perf_counter()
    return {"seconds": end - begin, "reading": read - begin, "finding": end - read, "rows": len(rows)}


def plain(count: int) -> dict[str, float]:
    """Plain text to candidates."""
    from overstay.statements import find_statements

    text = " ".join(sentences(count))
    find_statements(text[:2_000], said_on="2018-12-18", partners=list(FIRMS))  # imports and tables of rules
    begin = time.perf_counter()
    rows = find_statements(text, said_on="2018-12-18", partners=list(FIRMS))
    return {"seconds": time.perf_counter() - begin, "rows": len(rows), "sentences": count}


def run(piece: str, argument: str, cache: Path) -> dict[str, float]:
    """One piece in a process of its own, on one core."""
    command = [sys.executable, __file__, "--piece", piece, "--argument", argument]
    env = os.environ | {"OVERSTAY_CACHE": str(cache)}
    done = subprocess.run(command, capture_output=True, text=True, env=env)
    if done.returncode:
        raise SystemExit(f"{piece} failed:\n{done.stderr}")
    return json.loads(done.stdout)


def measure(piece: str, argument: str) -> None:
    """What a process started by `run` does: the piece, and its peak memory with that of the processes it started."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    pieces = {"bare": bare, "document": document, "candidates": candidates}
    result = plain(int(argument)) if piece == "plain" else pieces[piece](Path(argument))
    kilobytes = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps(result | {"peak": kilobytes / 1024}))


def main() -> None:
    """Make the data, run the pieces, print the figures."""
    options = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    options.add_argument("--pages", type=int, default=750)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--sentences", type=int, default=30_000)
    options.add_argument("--piece", help=argparse.SUPPRESS)
    options.add_argument("--argument", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.piece:
        measure(chosen.piece, chosen.argument)
        return
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print("python " + " ".join(sys.argv))
    with tempfile.TemporaryDirectory(prefix="overstay-benchmark-") as name:
        folder = Path(name)
        path = folder / "report.pdf"
        write_pdf(path, chosen.pages)
        print(f"{chosen.pages:,} pages, {path.stat().st_size / 1e6:.1f} MB; {chosen.rounds} rounds, medians\n")
        report(folder, path, chosen.rounds, chosen.sentences)


def report(folder: Path, path: Path, rounds: int, count: int) -> None:
    """Run the pieces turn by turn and print a line for each."""
    results: dict[str, list[dict[str, float]]] = {}
    for turn in range(rounds):
        cold = folder / f"cache-{turn}"
        plan = [("bare", "bare", cold), ("document", "document", cold), ("document again", "document", cold)]
        plan += [("candidates", "candidates", folder / f"fresh-{turn}")]
        for name, piece, cache in plan:
            results.setdefault(name, []).append(run(piece, str(path), cache))
        results.setdefault("plain", []).append(run("plain", str(count), cold))

    def middle(name: str, part: str = "seconds") -> float:
        return statistics.median(result[part] for result in results[name])

    def line(what: str, seconds: float, more: str) -> None:
        print(f"{what:20} {seconds:6.2f} s  {more}")

    line("PDFium's own loop", middle("bare"), f"{middle('bare', 'characters'):,.0f} characters")
    for name in ("document", "document again"):
        more = f"{middle(name) / middle('bare'):.2f} of the bare loop, {middle(name, 'peak'):.0f} MB"
        line(name, middle(name), more)
    found = f"{middle('candidates', 'rows'):,.0f} candidates, {middle('candidates', 'finding'):.2f} s of it for them"
    line("file to candidates", middle("candidates"), f"{found}, {middle('candidates', 'peak'):.0f} MB (20 s, 500 MB)")
    rate = f"{count / middle('plain'):,.0f} sentences a second (3,000), {middle('plain', 'peak'):.0f} MB"
    line("plain text", middle("plain"), rate)


if __name__ == "__main__":
    main()
