"""Documents of a case ─► text with passages: PDF, web pages, Markdown, text, mail and WARC files.

A document's text is one string; every passage, statement and annotation is a stretch of it. Reading a file runs
nothing that stands in it, and fetches nothing. PDF, HTML, mail and WARC are read in a process apart, with limits on
memory and time (`papers.limits`).
"""

from __future__ import annotations

import bisect
import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from overstay.errors import DocumentError, Problem
from overstay.papers import store
from overstay.papers.apart import Apart
from overstay.papers.draft import Draft, UnreadableError
from overstay.papers.kinds import HEAD, kind_of
from overstay.papers.limits import FILE_BYTES, MEGABYTE
from overstay.papers.markdown import read_markdown
from overstay.papers.plain import read_text

FOLDER = "documents"
_PLAIN = {"text": read_text, "markdown": read_markdown}


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document's text that can be cited: page, first character, the one after the last.

    `document` is the SHA-256 of its file, `page` counts from 1 (None where there are no pages), and `text` is
    `Document.text[start:end]`.
    """

    document: str
    page: int | None
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """One document as it was read.

    `name` is the path from the case folder, with `/`; in a WARC file, `#` and the number of the record stand behind it.
    `sha256` is the hash of the file's bytes. `kind` is "pdf", "html", "markdown", "text", "mail" or "warc".
    `text` is all of its text, with line feeds, and with U+FFFD for control characters. `passages` are the pages of a
    PDF that have text, and the blocks of the others, in their order. `published` is EDTF as the document says it, ""
    where it does not; `captured` is the day on which an archive or a browser saved it: no day of publication.
    `front` holds what stands before the text: front matter, the headers of a mail, of a PDF `pages` and, in `ocr`, the
    pages that were read from their picture. `problems` are what could not be read, or not with certainty; their row is
    the page or the line.
    """

    name: str
    sha256: str
    kind: str
    text: str
    passages: tuple[Passage, ...] = field(repr=False)
    title: str = ""
    published: str = ""
    captured: str = ""
    address: str = ""
    front: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def passage_at(self, offset: int) -> Passage | None:
        """The passage that holds the character `offset` of the text; None between passages."""
        place = bisect.bisect_right(self.passages, offset, key=lambda passage: passage.start) - 1
        found = self.passages[place] if place >= 0 else None
        return found if found and offset < found.end else None


def read_document(path: str | Path, *, folder: str | Path | None = None) -> Document:
    """Read one file; `folder` is the case folder from which its name counts, and out of which no link may lead.

    Raises DocumentError for a file that cannot be read at all, and for a WARC file, which holds many documents.
    """
    path = Path(path)
    root = Path(folder) if folder is not None else None
    name = _name(path, root)
    with Apart() as apart:
        found = _read(path, name, root, apart)
    if len(found) != 1 or found[0].kind == "warc":
        count = "1 document" if len(found) == 1 else f"{len(found):,} documents"
        raise DocumentError(name, f"holds {count}; read_documents gives all of a case")
    return found[0]


def read_documents(folder: str | Path) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Read all of `folder`/documents, sorted by name: the documents; and their problems, and those of files not read.

    Never raises for what a file holds. Hidden files are passed over, and so are a README.md without front matter and
    the folder `page_files` that a browser saves beside `page.html`.
    """
    root = Path(folder)
    documents: list[Document] = []
    problems: list[Problem] = []
    with Apart() as apart:
        for path in _files(root / FOLDER, problems, root):
            name = _name(path, root)
            try:
                found = _read(path, name, root, apart)
            except DocumentError as error:
                problems.append(Problem(error.file, 0, "", "", error.reason))
                continue
            if _is_readme(path, found):
                continue
            documents.extend(found)
            problems.extend(problem for document in found for problem in document.problems)
    return tuple(documents), tuple(problems)


def _name(path: Path, root: Path | None) -> str:
    """The path from the case folder, as it can be shown: U+FFFD for what is no UTF-8 or cannot be printed."""
    try:
        inside = path.absolute().relative_to(root.absolute()) if root is not None else Path(path.name)
    except ValueError:
        inside = Path(path.name)
    shown = os.fsencode(inside.as_posix()).decode("utf-8", errors="replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in shown)


def _files(folder: Path, problems: list[Problem], root: Path) -> Iterator[Path]:
    """All files under the folder, sorted by their path; links to folders are named as problems."""
    found: list[Path] = []
    for here, folders, files in os.walk(folder):
        saved = {f"{Path(name).stem}_files" for name in files if Path(name).suffix.lower() in (".html", ".htm")}
        keep = []
        for name in sorted(folders):
            if (Path(here) / name).is_symlink():
                reason = "is a link to a folder; put the files themselves there"
                problems.append(Problem(_name(Path(here) / name, root), 0, "", "", reason))
            elif not name.startswith(".") and name not in saved:
                keep.append(name)
        folders[:] = keep
        found.extend(Path(here) / name for name in files if not name.startswith("."))
    yield from sorted(found, key=lambda path: os.fsencode(path.relative_to(folder).as_posix()))


def _is_readme(path: Path, found: list[Document]) -> bool:
    return path.name.lower() == "readme.md" and len(found) == 1 and found[0].kind == "markdown" and not found[0].front


def _read(path: Path, name: str, root: Path | None, apart: Apart) -> list[Document]:
    """The documents in one file. Raises DocumentError."""
    try:
        _admit(path, root)
        with path.open("rb") as file:
            head = file.read(HEAD)
            if not head:
                raise UnreadableError("is empty")
            kind = kind_of(head, path.suffix.lower())
            if kind in _PLAIN:
                content = head + file.read(FILE_BYTES)
                sha256 = hashlib.sha256(content).hexdigest()
                drafts = [_PLAIN[kind](content)]
            else:
                file.seek(0)
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
                drafts = _read_apart(path, kind, sha256, apart)
    except UnreadableError as error:
        raise DocumentError(name, str(error)) from error
    except OSError as error:
        raise DocumentError(name, f"cannot be opened: {error.strerror or error}") from error
    return [_document(name, sha256, draft) for draft in drafts]


def _admit(path: Path, root: Path | None) -> None:
    if root is not None and not path.resolve().is_relative_to(root.resolve()):
        raise UnreadableError("is a link to a file outside the case folder; put the file itself there")
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("is no file")
    if status.st_size > FILE_BYTES:
        raise UnreadableError(f"is larger than {FILE_BYTES // MEGABYTE} MB, the most that is read; split it")


def _read_apart(path: Path, kind: str, sha256: str, apart: Apart) -> list[Draft]:
    drafts = store.find(sha256, kind)
    if drafts is None:
        drafts, whole = apart.read(path.resolve(), kind, sha256)
        if whole:  # what took too much here may do with more elsewhere
            store.keep(sha256, kind, drafts)
    return drafts


def _document(name: str, sha256: str, draft: Draft) -> Document:
    name = f"{name}#{draft.part}" if draft.part else name
    passages = tuple(
        Passage(sha256, page or None, start, end, draft.text[start:end]) for page, start, end in draft.spans
    )
    notes = draft.notes if draft.notes or draft.text else [(0, "holds no text that can be read")]
    problems = tuple(Problem(name, place, "", "", reason) for place, reason in notes)
    return Document(
        name=name,
        sha256=sha256,
        kind=draft.kind,
        text=draft.text,
        passages=passages,
        title=draft.title,
        published=draft.published,
        captured=draft.captured,
        address=draft.address,
        front=dict(draft.front),
        problems=problems,
    )
