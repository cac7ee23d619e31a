"""The process in which hostile formats are read: it limits itself, answers one request a line, and can be killed.

`apart` starts it and talks to it. Each answer is one line of JSON; what the file says is never more than text in it.
"""

from __future__ import annotations

import contextlib
import faulthandler
import hashlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from overstay.papers.draft import UnreadableError
from overstay.papers.limits import CPU_SECONDS, FILE_BYTES, FILE_SECONDS, MEGABYTE, MEMORY_BYTES

try:
    import resource
except ImportError:  # no Unix: only the watch below is left
    resource = None  # type: ignore[assignment]

Say = Callable[[dict[str, Any]], None]
_seconds = CPU_SECONDS
_last = 0  # second of processor time in which the present file's time is over


def main(memory: int = MEMORY_BYTES, seconds: int = CPU_SECONDS) -> None:
    """Answer requests from standard input until it is closed, in `memory` bytes and `seconds` for a page."""
    global _seconds
    _seconds = seconds
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)  # whatever a library prints does not end up between the answers

    def say(answer: dict[str, Any]) -> None:
        answers.write(json.dumps(answer) + "\n")
        answers.flush()

    _limit_memory(memory)
    for line in sys.stdin:
        rearm(begin=True)
        try:
            _serve(json.loads(line), say)
        except UnreadableError as error:
            say({"refused": str(error)})
        except MemoryError:
            say({"refused": f"needs more than {memory // MEGABYTE:,} MB of memory to be read"})
        except Exception as error:  # a reader that fails on one file must not take the others with it
            say({"refused": f"cannot be read: it is damaged ({type(error).__name__} in its reader)"})


def rearm(*, begin: bool = False) -> None:
    """Give the next page its time, and a file all of its time: a process that takes more is ended by the system."""
    global _last  # the limits of a process are as global as that
    if resource is None:
        faulthandler.dump_traceback_later(2 * _seconds, exit=True)
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    now = int(used.ru_utime + used.ru_stime) + 1
    _last = now + FILE_SECONDS if begin else _last
    soft, hard = min(now + _seconds, _last), resource.getrlimit(resource.RLIMIT_CPU)[1]
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft if hard < 0 else min(soft, hard), hard))


def _limit_memory(memory: int) -> None:
    if resource is None:
        return
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(what)[1]
        with contextlib.suppress(ValueError, OSError):  # a system that cannot limit it, or has a lower limit
            resource.setrlimit(what, (most if hard < 0 else min(most, hard), hard))


def _serve(request: dict[str, Any], say: Say) -> None:
    path, kind, first = Path(request["path"]), request["kind"], int(request["first"])
    if kind == "pdf":
        _read_pdf(path, first, say)
    elif kind == "warc":
        from overstay.papers.warc import read_records

        for number, draft in read_records(path, first):
            rearm()
            if draft is None:
                say({"at": number})
            else:
                say({"note": draft} if isinstance(draft, str) else {"draft": draft.as_dict()})
    else:
        content = path.read_bytes()
        if len(content) > FILE_BYTES:
            raise UnreadableError("grew while it was read")
        say({"draft": _reader(kind)(content).as_dict()})
    say({"end": _digest(path)})


def _reader(kind: str) -> Callable[[bytes], Any]:
    if kind == "html":
        from overstay.papers.webpage import read_page

        return read_page
    from overstay.papers.mail import read_mail

    return read_mail


def _read_pdf(path: Path, first: int, say: Say) -> None:
    from overstay.papers import ocr, pdf

    opened = pdf.open_pdf(path)
    say({"about": pdf.about(opened)})

    def ready(number: int) -> None:
        rearm()
        say({"at": number})

    for page in pdf.pages(opened, first, ready, ocr.reader()):
        say(page)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    main()
