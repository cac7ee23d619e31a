"""In cases drawn by chance all that was planted is found, to the request, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from recount import recounted
from truth import Answer, Found, Pair, answered, written

from overstay import compare, open_case
from overstay.errors import ExportError, OptionError
from overstay.made_up.synth import Truth, synth_case

COMMITTED = Path(__file__).parent.parent / "data" / "synthetic"
SEEDS = range(50)
ACCUSED = ("contradicted", "left in place")
PERHAPS = ("possibly contradicted", "possibly left in place")


@dataclass(frozen=True)
class World:
    """One synthetic case: its truth, the same as written, as counted by hand, and as overstay answers."""

    truth: Truth
    written: Answer
    recounted: Answer
    answered: Answer


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, World]]:
    """Fifty cases, each made, counted by hand, opened and compared; two at a time, for most of it is waiting."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OVERSTAY_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("OVERSTAY_KEY_FILE", str(tmp_path_factory.mktemp("key") / "user.key"))
        folder = tmp_path_factory.mktemp("worlds")

        def world(seed: int) -> World:
            truth = synth_case(folder / str(seed), rows=3_000, seed=seed, partners=12 + seed % 5)
            case = open_case(truth.folder)
            answer = answered(case, compare(case))
            case.connection.close()
            return World(truth, written(truth.folder), recounted(truth.folder), answer)

        with ThreadPoolExecutor(2) as pool:
            yield dict(zip(SEEDS, pool.map(world, SEEDS), strict=True))


def having(answer: Answer, *verdicts: str) -> dict[Pair, Found]:
    """What an answer finds with one of these verdicts."""
    return {pair: found for pair, found in answer.found.items() if found.verdict in verdicts}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_truth_is_what_counting_by_hand_gives(worlds: dict[int, World], seed: int) -> None:
    world = worlds[seed]
    assert world.written == world.recounted
    told = {(one.statement_id, one.log_id): one.verdict for one in world.truth.expected}
    assert told == {pair: found.verdict for pair, found in world.written.found.items()}
    assert sum(rows for rows, _ in world.written.files.values()) == world.truth.rows == 3_000


@pytest.mark.parametrize("seed", SEEDS)
def test_every_planted_overstay_is_found_with_its_first_day_count_and_users(
    worlds: dict[int, World], seed: int
) -> None:
    planted = having(worlds[seed].written, *ACCUSED)
    assert len(planted) >= 20
    assert all(found.events_after for found in planted.values())
    assert {pair: worlds[seed].answered.found.get(pair) for pair in planted} == planted


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_is_contradicted_where_nothing_was_planted(worlds: dict[int, World], seed: int) -> None:
    assert set(having(worlds[seed].answered, *ACCUSED)) == set(having(worlds[seed].written, *ACCUSED))


@pytest.mark.parametrize("seed", SEEDS)
def test_doubt_explanation_and_silence_are_told_as_they_were_planted(worlds: dict[int, World], seed: int) -> None:
    rest = having(worlds[seed].written, *PERHAPS, "explained", "consistent", "cannot tell")
    assert {found.verdict for found in rest.values()} == {PERHAPS[0], "explained", "consistent", "cannot tell"}
    assert having(worlds[seed].answered, *PERHAPS, "explained", "consistent", "cannot tell") == rest


@pytest.mark.parametrize("seed", SEEDS)
def test_every_broken_line_is_rejected_and_every_other_loaded(worlds: dict[int, World], seed: int) -> None:
    assert all(rejected for _, rejected in worlds[seed].written.files.values())
    assert worlds[seed].answered.files == worlds[seed].written.files


def test_every_story_is_told_at_every_seed(worlds: dict[int, World]) -> None:
    stories = [{one.scenario for one in world.truth.expected} for world in worlds.values()]
    assert len(stories[0]) >= 30
    assert all(told == stories[0] for told in stories)
    assert len({(one.first_day, one.events_after) for w in worlds.values() for one in w.truth.expected}) > 500


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    one, same, other = (synth_case(tmp_path / name, rows=3_000, seed=len(name)).folder for name in ("a", "b", "cc"))
    assert contents(one) == contents(same)
    assert contents(one).keys() == contents(other).keys()
    assert all(contents(one)[name] != contents(other)[name] for name in ("truth.csv", "logs/api.csv", "logs/web.log"))


def test_the_committed_case_is_the_one_that_the_generator_writes(tmp_path: Path) -> None:
    committed = contents(COMMITTED)
    del committed["datapackage.json"]  # `overstay describe` writes it
    made = contents(synth_case(tmp_path / "case", rows=5_000, seed=1).folder)
    assert made.keys() == committed.keys()
    assert [name for name in made if made[name] != committed[name]] == []


def test_more_rows_change_nothing_in_what_is_planted(tmp_path: Path) -> None:
    few = synth_case(tmp_path / "few", rows=3_000, seed=7)
    many = synth_case(tmp_path / "many", rows=30_000, seed=7)
    assert few.expected == many.expected
    assert many.rows == 30_000
    assert recounted(many.folder) == written(many.folder)


def test_a_folder_with_something_in_it_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep me")
    with pytest.raises(ExportError, match="exists and is not empty"):
        synth_case(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    empty = tmp_path / "empty"
    empty.mkdir()
    assert synth_case(empty, rows=3_000).folder == empty
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "mine.txt"]


@pytest.mark.parametrize("wrong", [{"rows": 100}, {"partners": 3}, {"rows": True}, {"seed": -1}, {"partners": 501}])
def test_what_cannot_be_drawn_is_refused_and_leaves_nothing(tmp_path: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises(OptionError, match="write a whole number"):
        synth_case(tmp_path / "case", **wrong)
    assert list(tmp_path.iterdir()) == []


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of all files in a folder, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
