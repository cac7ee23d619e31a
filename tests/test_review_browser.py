"""The review in a real JupyterLab: keys are pressed in a browser, and reviews.csv holds the decisions."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from cases import make_case, source, usual_sources

playwright = pytest.importorskip("playwright.sync_api")

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
POST = """Palaver wrote today.

Palaver ended Borel's access to messages in 2014.

<img src=x onerror="document.body.id = 'mine'"> Palaver shut down the message feed of Borel in 2015.

Palaver cut off Borel's access to messages in 2016.
"""
CELL = 'from overstay import open_case\nfrom overstay.reviewing.widget import review\n\nreview(open_case("case"))'
SECONDS = 60  # more than a busy machine needs: it is only waited for what does not come


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case with three candidates, and a notebook beside it that reviews them."""
    posted = source("post", publisher="Palaver", published="2018-12-18", document="documents/post.txt")
    partners = [{"partner_id": "borel", "name": "Borel"}]
    folder = make_case(tmp_path / "home" / "case", partners=partners, sources=[*usual_sources(), posted])
    (folder / "documents").mkdir()
    (folder / "documents" / "post.txt").write_text(POST, encoding="utf-8")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELL)])
    notebook.metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(notebook, folder.parent / "review.ipynb")
    return folder


@pytest.fixture
def address(folder: Path, tmp_path: Path) -> Iterator[str]:
    """A JupyterLab of this test alone: on this machine's loopback, on a free port, with a token, without settings."""
    own = ("CONFIG", "DATA", "RUNTIME")
    env = {**os.environ, **{f"JUPYTER_{name}_DIR": str(tmp_path / name) for name in own}}
    env |= {f"JUPYTERLAB_{name}_DIR": str(tmp_path / name) for name in ("SETTINGS", "WORKSPACES")}
    env |= {"IPYTHONDIR": str(tmp_path / "ipython"), "JUPYTER_PREFER_ENV_PATH": "1"}
    words = [
        *("--no-browser", "--ip=127.0.0.1", "--port=0", "--allow-root", f"--ServerApp.root_dir={folder.parent}"),
        *("--IdentityProvider.token=of-this-test", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"),
        "--LabApp.news_url=None",
    ]
    with (tmp_path / "lab.log").open("wb") as log:
        command = [sys.executable, "-m", "jupyter", "lab", *words]
        server = subprocess.Popen(command, env=env, cwd=tmp_path, stdout=log, stderr=subprocess.STDOUT)
    try:
        url = _started(tmp_path / "RUNTIME", server)
        yield f"{url}lab/tree/review.ipynb?token=of-this-test&reset"
    finally:
        server.terminate()  # its kernels end with it
        server.wait(SECONDS)


def _started(runtime: Path, server: subprocess.Popen[bytes]) -> str:
    """The address that the server writes down once it listens."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and server.poll() is None:
        for path in runtime.glob("jpserver-*.json"):
            if (text := path.read_text(encoding="utf-8")).endswith("}"):
                return str(json.loads(text)["url"])
        time.sleep(0.05)
    raise AssertionError("JupyterLab did not start")


@pytest.fixture
def page(address: str) -> Iterator[Any]:
    """The notebook in a browser of 1280 × 800, its only cell run."""
    browser_path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser_path is None:
        pytest.skip("no Chrome or Chromium is installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(SECONDS * 1000)
        page.goto(address)
        page.locator(".jp-CodeCell .cm-content").first.click()
        page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()
        page.keyboard.press("Shift+Enter")
        page.locator(".overstay-review").wait_for()
        yield page
        browser.close()


def shows(page: Any, words: str) -> None:
    """Wait until the review shows these words."""
    page.locator(".overstay-review", has_text=words).wait_for()


def has_focus(page: Any, selector: str) -> bool:
    return bool(page.evaluate("selector => document.activeElement.matches(selector)", selector))


def test_each_key_decides_and_each_decision_is_a_row(page: Any, folder: Path) -> None:
    cells = page.locator(".jp-Cell").count()
    page.locator("[data-who]").fill("Ada")
    page.keyboard.press("Enter")
    shows(page, "Reviewer: Ada")
    assert has_focus(page, ".overstay-review")
    # accept: what no document gives is asked for, in its field
    page.keyboard.press("a")
    shows(page, "Paraphrase is blank; say in your own words what was said")
    assert has_focus(page, "[data-field=paraphrase][aria-invalid=true]")
    page.keyboard.type("Palaver said that it ended.")
    page.keyboard.press("Enter")
    shows(page, "2 of 3")
    # reject, look at the one before and at the next, take it back
    assert page.locator("blockquote mark.or-kind").inner_text().startswith("shut down")
    page.keyboard.press("r")
    shows(page, "3 of 3")
    page.keyboard.press("k")
    shows(page, "Decided: reject")
    page.keyboard.press("j")
    shows(page, "3 of 3")
    page.keyboard.press("u")
    shows(page, "The last decision is taken back.")
    # correct: the first field has the focus, and letters in a field decide nothing
    page.keyboard.press("c")
    assert has_focus(page, "[data-field=kind]")
    page.locator("[data-field=stated_date]").fill("2015-05")
    page.locator("[data-field=paraphrase]").fill("a j r u")
    page.keyboard.press("Control+Enter")
    shows(page, "3 of 3")
    page.keyboard.press("r")
    shows(page, "Nothing is left open.")
    page.get_by_role("button", name="Add the accepted").click()
    shows(page, "Rows added: 2 in statements.csv.")

    rows = list(csv.DictReader((folder / "reviews.csv").open(encoding="utf-8", newline="")))
    assert [(row["decision"], row["field"], row["value"], row["who"]) for row in rows] == [
        ("accept", "", "", "Ada"),
        ("accept", "paraphrase", "Palaver said that it ended.", "Ada"),
        ("correct", "stated_date", "2015-05", "Ada"),
        ("correct", "paraphrase", "a j r u", "Ada"),
        ("reject", "", "", "Ada"),
    ]
    said = list(csv.DictReader((folder / "statements.csv").open(encoding="utf-8", newline="")))
    assert [(row["partner_id"], row["stated_date"]) for row in said] == [("borel", "2014"), ("borel", "2015-05")]
    assert page.evaluate("document.body.id") != "mine"  # text of a document is text
    assert page.locator(".jp-Cell").count() == cells  # and its keys are not JupyterLab's
    assert page.locator(".overstay-review").get_attribute("role") == "region"
