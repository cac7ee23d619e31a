"""The picture in the README shows today's case, and pictures have text on them."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

import pytest

from overstay import compare, open_case, timeline

ROOT = Path(__file__).parent.parent
CASE = ROOT / "data" / "facebook"
CURE = "needs Chromium and a font: apt-get install chromium fonts-dejavu-core"


def test_the_picture_of_the_readme_shows_the_figure_of_today() -> None:
    # .ci/picture writes the digest of the figure into the PNG; drawing it again would compare fonts, too.
    figure = timeline(compare(open_case(CASE)), verdict=["contradicted", "left in place"])
    found = re.search(rb"overstay-figure-sha256\0([0-9a-f]{64})", (CASE / "timeline.png").read_bytes())
    assert found, "draw it again: .venv/bin/python .ci/picture"
    drawn = hashlib.sha256(figure.to_json().encode()).hexdigest()
    assert found[1].decode() == drawn, "draw it again: .venv/bin/python .ci/picture"


@pytest.mark.skipif(not (shutil.which("chromium") or shutil.which("google-chrome")), reason=CURE)
def test_a_figure_can_be_drawn_with_its_words() -> None:
    pytest.importorskip("kaleido")
    figure = timeline(compare(open_case(CASE)), statements=["S070"])
    plain = figure.to_image(format="png", scale=1)
    for annotation in figure.layout.annotations:
        annotation.text = ""
    wordless = figure.to_image(format="png", scale=1)
    assert plain.startswith(b"\x89PNG")
    # Without a font Chromium draws the chart and none of its words, and says nothing of it.
    assert len(plain) > 1.2 * len(wordless), CURE
