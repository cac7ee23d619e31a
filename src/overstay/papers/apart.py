"""Reads hostile formats in a process of their own, with limits on memory and time, and goes on where that one dies."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from overstay.papers import limits
from overstay.papers.draft import Draft, UnreadableError, about_controls, tidy, too_long
from overstay.papers.limits import MEGABYTE, TEXT_CHARACTERS

_START = (
    "import sys; sys.path.append(sys.argv[1]); from overstay.papers.worker import main; main(*map(int, sys.argv[2:]))"
)
_ROOT = str(Path(__file__).parents[2])


class Apart:
    """The process apart: started when it is first needed, started again when a file has killed it, ended at the end."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> Apart:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()
        if self._folder:
            self._folder.cleanup()

    def read(self, path: Path, kind: str, sha256: str) -> tuple[list[Draft], bool]:
        """The documents in a file of this kind, and whether all of it could be read within the limits.

        UnreadableError for a file of which nothing can be read.
        """
        gathered = _Paper() if kind == "pdf" else _Bundle()
        first, deaths = 1, 0
        while True:
            at = 0
            for answer in self._ask({"path": str(path), "kind": kind, "first": first}):
                if "refused" in answer:
                    raise UnreadableError(answer["refused"])
                if "end" in answer:
                    if answer["end"] != sha256:
                        raise UnreadableError("changed while it was read; read it again")
                    return gathered.drafts(), not deaths
                at = answer.get("at", at)
                gathered.take(answer)
            if not at and first == 1:  # it died before the first page or record
                raise UnreadableError(f"{_too_much()} to be read; print it to a new PDF or save it as text")
            deaths += 1
            if not at or deaths == limits.DEATHS:
                gathered.lost(at or first, f"and all after it were left out: it {_too_much()}")
                return gathered.drafts(), False
            gathered.lost(at, f"{_too_much()}; it was left out")
            first = at + 1

    def _ask(self, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """The answers to one request; they stop short where the process dies."""
        process = self._process or self._start()
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("the process apart has no pipes")
        done = False
        try:
            process.stdin.write(json.dumps(request) + "\n")
            process.stdin.flush()
            for line in process.stdout:
                if not line.endswith("\n"):
                    break  # cut short by its death
                answer = json.loads(line)
                done = "end" in answer or "refused" in answer
                yield answer
                if done:
                    return
        except BrokenPipeError:
            pass
        finally:
            if not done:  # it has died, or nobody waits for the rest
                self._end()

    def _start(self) -> subprocess.Popen[str]:
        self._folder = self._folder or tempfile.TemporaryDirectory(prefix="overstay-")
        # -P: nothing is imported from the folder in which one happens to stand, which may be the case's own.
        self._process = subprocess.Popen(  # noqa: S603  (our own code, by our own Python)
            [sys.executable, "-P", "-c", _START, _ROOT, str(limits.MEMORY_BYTES), str(limits.CPU_SECONDS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="ascii",
            env=os.environ | {"TMPDIR": self._folder.name, "OMP_THREAD_LIMIT": "1"},
            start_new_session=True,
        )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with contextlib.suppress(OSError):
                    pipe.close()
        if hasattr(os, "killpg"):
            with contextlib.suppress(OSError):  # Tesseract, where it still runs, belongs to the group
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()


class _Bundle:
    """Documents that come whole: one, or those of a WARC file."""

    def __init__(self) -> None:
        self._drafts: list[Draft] = []
        self._lost: list[tuple[int, str]] = []  # said of the file: it stands with its first document

    def take(self, answer: dict[str, Any]) -> None:
        if "draft" in answer:
            self._drafts.append(Draft.from_dict(answer["draft"]))
        elif "note" in answer:
            self._lost.append((0, answer["note"]))

    def lost(self, place: int, why: str) -> None:
        self._lost.append((0, f"record {place:,} {why}"))

    def drafts(self) -> list[Draft]:
        if not self._drafts:
            raise UnreadableError(self._lost[0][1] if self._lost else "holds no page that was fetched and given")
        if self._lost:
            self._drafts[0].notes.extend(self._lost)
        return self._drafts


class _Paper:
    """A PDF, put together from its pages."""

    def __init__(self) -> None:
        self._draft = Draft("pdf")
        self._texts: list[str] = []
        self._place = self._controls = 0
        self._scans: dict[str, list[int]] = {}

    def take(self, answer: dict[str, Any]) -> None:
        if about := answer.get("about"):
            self._draft.title, self._draft.front = about["title"], dict(about["front"])
        if "page" not in answer:
            return
        page = answer["page"]
        if note := answer.get("note"):
            self._draft.note(f"page {page:,} {note}", page)
        text = answer["text"]
        if answer.get("scan"):
            read = answer.get("read", {"why": "none"})
            self._scans.setdefault("ocr" if "text" in read else read["why"], []).append(page)
            text = read.get("text") or text
        self._add(page, text)

    def lost(self, place: int, why: str) -> None:
        self._draft.note(f"page {place:,} {why}", place)

    def drafts(self) -> list[Draft]:
        draft = self._draft
        draft.text = "".join(self._texts)
        if self._controls:
            draft.note(about_controls(self._controls))
        for why, pages in sorted(self._scans.items()):
            if why == "ocr":
                draft.front["ocr"] = ", ".join(str(page) for page in pages)
                draft.note(
                    f"{_listed(pages)} no text layer and {_was(pages)} read with Tesseract: compare with the paper",
                    pages[0],
                )
            else:
                way_out = (
                    why if why != "none" else "`pip install 'overstay[ocr]'` and the program tesseract can read that"
                )
                draft.note(f"{_listed(pages)} no text layer; {way_out}", pages[0])
        draft.notes.sort()
        return [draft]

    def _add(self, page: int, text: str) -> None:
        clean, controls = tidy(text)
        self._controls += controls
        lines = [line.rstrip() for line in clean.split("\n")]
        clean = "\n".join(lines).strip()
        if not clean:
            return
        if self._texts:
            # A sentence goes on over the page's end where the one page stops in the middle and the next begins small.
            gap = "\n" if clean[0].islower() and self._texts[-1][-1] not in ".!?:;" else "\n\n"
            self._texts.append(gap)
            self._place += len(gap)
        self._draft.spans.append((page, self._place, self._place + len(clean)))
        self._texts.append(clean)
        self._place += len(clean)
        if self._place > TEXT_CHARACTERS:
            raise UnreadableError(too_long())


def _too_much() -> str:
    return f"takes more than {limits.MEMORY_BYTES // MEGABYTE:,} MB of memory or {limits.CPU_SECONDS} seconds of work"


def _listed(pages: list[int]) -> str:
    if len(pages) == 1:
        return f"page {pages[0]:,} has"
    shown = ", ".join(f"{page:,}" for page in pages[:10])
    return f"pages {shown}{f' and {len(pages) - 10:,} more' if len(pages) > 10 else ''} have"


def _was(pages: list[int]) -> str:
    return "was" if len(pages) == 1 else "were"
