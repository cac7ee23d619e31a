"""Executed notebooks and findings ─► HTML pages that open without a network, and in which case text never runs.

Two fences stand around what a case holds: outputs are cleaned down to plain text markup, and each page forbids every
script that does not carry its nonce, and every request to anywhere.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from string import Template
from typing import Any

from nbconvert.filters import Highlight2HTML, strip_ansi
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbconvert.preprocessors.sanitize import SanitizeHTML
from nbformat import NotebookNode

from overstay.case import Case
from overstay.findings import Verdicts
from overstay.house import VERDICT_STYLE, safe_text
from overstay.sheets import most_serious_first, visible
from overstay.wording import say_days

PLOTLY_MIME = "application/vnd.plotly.v1+json"
_TAGS = [
    *("a", "b", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h1", "h2", "h3", "h4", "hr", "i", "li", "ol", "p"),
    *("pre", "small", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
]
_LONG = 40
_ATTRIBUTES = {"a": ["href", "title"], "td": ["colspan", "rowspan"], "th": ["colspan", "rowspan", "scope"]}


def page(title: str, body: str, *, figures: bool = False, webgl: bool = False) -> str:
    """A whole page; `figures` loads plotly.min.js, which lies beside it; `webgl` lets it compile its drawing code."""
    # What a case holds would have to contain the hash of a page that contains it, so it cannot name the nonce.
    nonce = hashlib.sha256(body.encode("utf-8")).hexdigest()[:32]
    library = f'<script nonce="{nonce}" src="plotly.min.js"></script>'
    scripts = f'{library}\n<script nonce="{nonce}">\n{_part("figures.js")}</script>\n'
    return Template(_part("page.html")).substitute(
        title=html.escape(title),
        nonce=nonce,
        drawing=" 'unsafe-eval'" if webgl else "",
        css=_part("page.css"),
        body=body,
        scripts=scripts if figures else "",
    )


def notebook_title(notebook: NotebookNode, name: str) -> str:
    """The first heading of a notebook, or its name."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and (found := re.match(r"\s*#\s+(.+)", cell.source)):
            return found.group(1).strip().replace("`", "")
    return name


def notebook_page(notebook: NotebookNode, name: str, *, case_title: str, names: Sequence[str]) -> str:
    """One executed notebook as a page; `names` are the notebooks that it may link to."""
    parts, figures, webgl = [], 0, False
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            parts.append(_markdown(cell.source, trusted=True))
        elif cell.cell_type == "code":
            parts.append(_code(cell.source))
            for output in cell.outputs:
                if figure := output.get("data", {}).get(PLOTLY_MIME):
                    figures += 1
                    webgl |= any(trace.get("type", "").endswith(("gl", "3d")) for trace in figure["data"])
                parts.append(_output(output, f"figure-{name[:2]}-{figures}"))
    body, headings = _number_headings("\n".join(part for part in parts if part))
    for other in names:
        body = body.replace(f"<code>{other}</code>", f'<a href="{other}.html">{other}</a>')
    if len(headings) > 2:
        items = "".join(f'<li><a href="#{key}">{text}</a></li>' for key, text in headings)
        contents = f'<nav class="contents" aria-label="On this page"><p>On this page</p><ul>{items}</ul></nav>\n'
        body = body.replace("<h2 ", f"{contents}<h2 ", 1)
    home = f'<a href="index.html">{safe_text(case_title)}</a>'
    body = f'<header class="case"><p>{home}</p><p>{html.escape(name)}</p></header>\n<main>\n{body}\n</main>'
    return page(f"{notebook_title(notebook, name)} – {case_title}", body, figures=figures > 0, webgl=webgl)


def index_page(
    verdicts: Verdicts, *, notebooks: Mapping[str, str], sheets: Mapping[str, tuple[str, int]], version: str
) -> str:
    """The first page: question, what was compared, findings, and links to notebooks (name: title) and tables.

    `sheets` gives for each file name what it holds and how many rows.
    """
    case = verdicts.case
    told = verdicts.findings[verdicts.findings["verdict"] != "cannot tell"]
    summary = [
        [_verdict(row.verdict), f"{row.statements:,}", f"{row.claims:,}"] for row in verdicts.summary().itertuples()
    ]
    found = [_found(row) for row in most_serious_first(told).to_dict("records")]
    header = ["verdict", "statement", "speaker", "partner", "days after", "why", "disputed by"]
    body = Template(_part("index.html")).substitute(
        title=safe_text(case.title),
        about="".join(f"<dt>{key}</dt><dd>{safe_text(value)}</dd>" for key, value in _about(case).items() if value),
        compared=f"{len(verdicts.findings):,} of {len(case.statements):,} statements say when access ended, would end, "
        f"or never was. They were compared with {len(case.observations):,} observations of access: "
        f"{verdicts.comparisons['observation_id'].count():,} comparisons of a statement with an observation of the "
        "same thing.",
        summary=_table(["verdict", "statements", "claims"], summary, numbers=(1, 2)),
        findings=_table(header, found, numbers=(4,))
        if found
        else "<p>No statement came to another verdict than <em>cannot tell</em>.</p>",
        notebooks="\n".join(_link(f"{name}.html", title, name) for name, title in notebooks.items()),
        sheets="\n".join(
            _link(f"tables/{name}", name, f"{count:,} rows. {what}") for name, (what, count) in sheets.items()
        ),
        version=html.escape(version),
    )
    return page(case.title, body)


def _link(path: str, text: str, note: str) -> str:
    path, text, note = (html.escape(part) for part in (path, text, note))
    return f'<li><a href="{path}">{text}</a> <span class="note">{note}</span></li>'


def _about(case: Case) -> dict[str, str]:
    read, loaded, rejected = (f"{int(case.loads[name].sum()):,}" for name in ("rows", "loaded", "rejected"))
    return {
        "Question": case.question,
        "About": case.settings.get("description", ""),
        "Licence of the data": case.settings.get("licence", ""),
        "Time zone of dates": case.zone or "not known, unless a source gives one",
        "Checked": f"{read} rows read, {loaded} loaded, {rejected} rejected; {len(case.problems):,} problems",
    }


@lru_cache(maxsize=4)
def _part(name: str) -> str:
    return (files(__package__) / "page" / name).read_text(encoding="utf-8")


def _found(row: Mapping[Any, Any]) -> list[str]:
    partner = row["partner_id"] if isinstance(row["partner_id"], str) else row["observed_partner_id"]
    days = say_days(row["days_after_least"], row["days_after_most"])
    disputed = row["disputed_by"].replace("|", " ") if isinstance(row["disputed_by"], str) else ""
    plain = [
        row["statement_id"],
        row["speaker"],
        partner if isinstance(partner, str) else "",
        days,
        row["reason"],
        disputed,
    ]
    return [_verdict(row["verdict"]), *(safe_text(text) for text in plain)]


def _verdict(verdict: str) -> str:
    return f'<b style="color: {VERDICT_STYLE[verdict][0]}">{verdict}</b>'


def _mark_cells(table: str) -> str:
    """Cells that hold a verdict and nothing else in its colour; room for those with sentences; blank where missing."""
    cell = re.compile(f"<td>({'|'.join(VERDICT_STYLE)})</td>")
    table = cell.sub(lambda found: f'<td class="verdict">{_verdict(found.group(1))}</td>', table)
    table = re.sub(r"<td>(?:NaN|NaT|&lt;NA&gt;)</td>", "<td></td>", table)
    return re.sub(r"<td>([^<]{60,})</td>", r'<td class="words">\1</td>', table)


def _table(header: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Sequence[int] = ()) -> str:
    """A table of cells that are HTML already."""

    def line(cells: Sequence[str], tag: str) -> str:
        marked = (f'<{tag} class="number">' if place in numbers else f"<{tag}>" for place in range(len(cells)))
        return "<tr>" + "".join(f"{start}{cell}</{tag}>" for start, cell in zip(marked, cells, strict=True)) + "</tr>"

    body = "\n".join(line(row, "td") for row in rows)
    return _scrolling(_mark_cells(f"<table><thead>{line(header, 'th')}</thead><tbody>\n{body}\n</tbody></table>"))


def _scrolling(table: str) -> str:
    """A table in a box that scrolls sideways, and upwards where it is long: a short one must not hide its last row."""
    kind = "scroll long" if table.count("<tr") > _LONG else "scroll"
    return f'<div class="{kind}" tabindex="0" role="region" aria-label="Table">{table}</div>'


def _markdown(text: str, *, trusted: bool) -> str:
    """Markdown as HTML; what is not ours is escaped and cleaned."""
    renderer = IPythonRenderer(escape=not trusted, allow_harmful_protocols=False, exclude_anchor_links=True)
    rendered = str(MarkdownWithMath(renderer=renderer).render(text)).strip()
    return rendered if trusted else _clean(rendered)


def _code(source: str) -> str:
    lit = Highlight2HTML()(source, language="python") if source.strip() else ""
    return f'<details class="code"><summary>How this was made</summary>{lit.strip()}</details>' if lit else ""


def _number_headings(body: str) -> tuple[str, list[tuple[str, str]]]:
    """The body with an id on each h2, and these ids with their texts."""
    headings: list[tuple[str, str]] = []

    def number(found: re.Match[str]) -> str:
        key = f"section-{len(headings) + 1}"
        headings.append((key, found.group(1)))
        return f'<h2 id="{key}">{found.group(1)}</h2>'

    return re.sub(r"<h2>(.*?)</h2>", number, body), headings


def _output(output: NotebookNode, figure_id: str) -> str:
    if output.output_type == "stream":  # what goes to stderr speaks to whoever runs the notebook, not to readers
        return _plain(output.text) if output.name == "stdout" else ""
    data = output.get("data", {})
    if PLOTLY_MIME in data:
        return _figure(data[PLOTLY_MIME], figure_id)
    if "text/html" in data:
        return _frame(data["text/html"])
    if "text/markdown" in data:
        return _markdown(data["text/markdown"], trusted=False)
    if "image/png" in data:
        return f'<p><img alt="Figure" src="data:image/png;base64,{"".join(data["image/png"].split())}"></p>'
    return _plain(data["text/plain"]) if "text/plain" in data else ""


def _plain(text: str) -> str:
    return f"<pre>{html.escape(visible(strip_ansi(text)))}</pre>"


def _figure(figure: Mapping[str, Any], figure_id: str) -> str:
    """A place for a figure, and its data, which figures.js draws there."""
    layout = figure.get("layout", {})
    title = layout.get("title", {})
    words = title.get("text", "") if isinstance(title, Mapping) else str(title)
    label = html.unescape(re.sub(r"<[^>]*>", " ", words or "")).strip() or "Figure"
    kept = json.dumps({"data": figure.get("data", []), "layout": layout}, ensure_ascii=False, allow_nan=False)
    for sign in "<>&\u2028\u2029":  # nothing in the data can end the script element that holds it
        kept = kept.replace(sign, f"\\u{ord(sign):04x}")
    height = int(layout.get("height") or 450)
    return (
        f'<div class="figure" id="{figure_id}" role="img" aria-label="{html.escape(label)}" style="height: {height}px">'
        "<noscript>This figure needs JavaScript; the tables hold what it shows.</noscript></div>\n"
        f'<script type="{PLOTLY_MIME}" data-figure="{figure_id}">{kept}</script>'
    )


def _frame(text: str) -> str:
    """A table as pandas prints it, without its styles, and blank where a value is missing."""
    cleaned = _clean(re.sub(r"<style\b.*?</style>", "", text, flags=re.DOTALL | re.IGNORECASE)).strip()
    return _scrolling(_mark_cells(cleaned)) if "<table" in cleaned else cleaned


def _clean(text: str) -> str:
    """HTML without scripts, styles, forms, images and frames."""
    return str(SanitizeHTML(tags=_TAGS, attributes=_ATTRIBUTES, strip=True).sanitize_html_tags(text))
