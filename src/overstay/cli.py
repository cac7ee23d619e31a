"""The same verbs from a shell: `check`, `statements`, `findings`, `logs`, `report`, `new`, `synth`, `describe`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from overstay.errors import CaseError, NotFoundError, OverstayError
from overstay.printing import (
    WIDTH,
    complain,
    console,
    print_findings,
    print_frame,
    print_loads,
    print_log_remarks,
    print_records,
    print_suggestions,
    progress_bars,
    say_count,
    show_text,
)
from overstay.tables import CONFIDENCES, VERDICTS

if TYPE_CHECKING:
    from overstay.export import Step

# pandas, DuckDB, Rich and the notebook tools load inside the commands: `--help` should not wait for them.

F = TypeVar("F", bound=Callable[..., Any])


class _Commands(click.Group):
    """Ends every command in one message and a number: 0 done, 1 a case with problems, 130 stopped, 2 anything else."""

    def invoke(self, ctx: click.Context) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")  # a terminal without UTF-8 shows ? instead of an error
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except KeyboardInterrupt:
            complain("Stopped. Nothing is left half done.")
            ctx.exit(130)
        except CaseError as error:
            complain(str(error))
            ctx.exit(1)
        except OverstayError as error:
            complain(str(error))
            ctx.exit(2)
        except BrokenPipeError:
            # whoever read the output has read enough; what is still buffered must not be written at exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


def _case(command: F) -> F:
    return click.argument("case_folder", metavar="CASE", type=click.Path(path_type=Path))(command)


def _on_problem(command: F) -> F:
    choice = click.Choice(["raise", "reject"])
    text = "What to do with broken rows: stop, or leave them out, counted, and load the rest."
    return click.option("--on-problem", type=choice, default="raise", show_default=True, help=text)(command)


def _form(command: F) -> F:
    choice = click.Choice(["table", "csv", "json"])
    return click.option("--format", "form", type=choice, default="table", show_default=True, help="How to print.")(
        command
    )


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": WIDTH})
@click.version_option(package_name="overstay", message="overstay %(version)s")
def main() -> None:
    """Did access to people's data go on after the date on which somebody said that it had ended?

    CASE is a folder with case.toml and six CSV files; `overstay new` makes one.
    """


@main.command()
@_case
@_on_problem
@_form
@click.pass_context
def check(ctx: click.Context, case_folder: Path, on_problem: str, form: str) -> None:
    """List every problem in CASE, and count the rows of each file; see that every quote still stands in its document.

    Ends with 0 where there is none, with 1 otherwise. With --on-problem reject the list also names the rows that must
    go because they name a broken row.
    """
    import pandas as pd

    from overstay.case import open_case
    from overstay.evidence import check_evidence

    try:
        case = open_case(case_folder)
        problems = case.problems
    except CaseError as error:
        if not case_folder.is_dir():
            raise
        case = open_case(case_folder, on_problem="reject")
        problems = case.problems if on_problem == "reject" else error.problems
    whole = not problems
    problems += check_evidence(case)
    fields = ("file", "row", "column", "value", "reason")
    listed = pd.DataFrame([[getattr(p, name) for name in fields] for p in problems], columns=list(fields))
    if form != "table":
        print_records(listed, form)
    else:
        for problem in problems:
            click.echo(show_text(problem))
        if case.loaded:
            print_log_remarks(case)
        print_loads(case, problems=len(problems), rejected=whole or on_problem == "reject")
        print_suggestions(case, case.described_files)
    ctx.exit(1 if problems else 0)


@main.command()
@_case
@click.option("--by", type=click.Choice(["comparison", "statement"]), default="comparison", show_default=True,
              help="One row a comparison of a statement with an observation, or one a statement.")  # fmt: skip
@click.option("--verdict", type=click.Choice(VERDICTS), multiple=True, help="Only these; may be repeated.")
@click.option("--partner", "partners", metavar="ID", multiple=True, help="Only these partners; may be repeated.")
@click.option("--program", metavar="ID", help="Only statements about this program or a part of it.")
@click.option("--statement", metavar="ID", help="Only this statement.")
@_form
@click.option("--grace-days", type=int, default=0, show_default=True, help="Days after the stated end still allowed.")
@click.option("--as-of", metavar="DAY", help="Use only what was public on this day (2018-12-20).")
@click.option("--zone", help="Zone of dates whose source gives none: an IANA name, +02:00, or unknown.")
@click.option("--reading", type=click.Choice(["entered", "plain"]), default="entered", show_default=True,
              help="plain takes rows marked arguable at their word.")  # fmt: skip
@_on_problem
def findings(case_folder: Path, on_problem: str, form: str, by: str, **options: Any) -> None:
    """Show which statements in CASE do not fit what was observed, by how many days, and why.

    The table leaves out the verdict cannot tell, unless --verdict asks for it; CSV and JSON hold every row.
    """
    from overstay.case import open_case
    from overstay.findings import compare
    from overstay.selection import select_rows

    case = open_case(case_folder, on_problem="reject" if on_problem == "reject" else "raise")
    named = {name: options[name] for name in ("grace_days", "as_of", "zone", "reading")}
    result = compare(case, **named)
    filters = {name: options[name] for name in ("verdict", "partners", "program", "statement")}
    rows = select_rows(result, by_statement=by == "statement", **filters)
    if case.problems:
        lost = int(case.loads["rejected"].sum())
        complain(f"{lost:,} rows were left out for {len(case.problems):,} problems; `overstay check` lists them")
    if len(result.left_out):
        complain(f"{len(result.left_out):,} statements and observations were not public on {result.options.as_of}")
    if form != "table":
        print_records(rows, form, small_counts=case.small_counts)
    else:
        print_findings(result, rows, by=by, hide=not options["verdict"])


@main.command()
@_case
@click.option("--all", "every", is_flag=True, help="Also those that were decided on.")
@click.option("--confidence", type=click.Choice(CONFIDENCES), multiple=True, help="Only these; may be repeated.")
@click.option("--document", metavar="PATH", help="Only those found in this document.")
@click.option("--add", is_flag=True, help="Write what was accepted into statements.csv and observations.csv first.")
@click.option("--annotations", metavar="FILE", help="Write the evidence as W3C Web Annotations (JSON-LD); - prints it.")
@_form
def statements(case_folder: Path, form: str, annotations: str | None, **options: Any) -> None:
    """List the candidate statements in the documents of CASE that nobody has decided on yet.

    `review` in JupyterLab, or `decide` in Python, decides on them; --add makes rows of what was accepted.
    """
    from overstay.case import open_case
    from overstay.reviewing.reviewlist import print_candidates, write_annotations

    case = open_case(case_folder)
    if annotations is not None:
        write_annotations(case, annotations)
    else:
        print_candidates(case, form=form, **options)


@main.command()
@_case
@click.option("--log", "log_id", metavar="ID", help="Only this log.")
@click.option("--coverage", "what", flag_value="coverage", help="Its days: with records, without any, with far fewer.")
@click.option("--rejected", "what", flag_value="rejected", help="Its rejected rows: file, line, reason, raw text.")
@click.option("--access", "what", flag_value="access", help="Whose access it shows, to what, from when to when.")
@_form
@_on_problem
def logs(case_folder: Path, log_id: str | None, what: str | None, form: str, on_problem: str) -> None:
    """Show the logs of CASE: files, rows read = loaded + rejected, SHA-256, first and last record.

    Raw text of rejected rows can name people: it is for whoever works on the case.
    """
    from overstay.case import open_case

    case = open_case(case_folder, on_problem="reject" if on_problem == "reject" else "raise")
    frame = getattr(case, what or "logs")
    if log_id is not None:
        if log_id not in case.log_descriptions:
            raise NotFoundError(f"{log_id}: no log has this id; there are {', '.join(case.log_descriptions) or 'none'}")
        frame = frame[frame["log_id"] == log_id]
    if form != "table":
        print_records(frame, form)
    elif len(frame):
        print_frame(frame.assign(sha256=frame["sha256"].str[:12]) if "sha256" in frame else frame)
    else:
        click.echo("None.")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--rows", type=int, default=5000, show_default=True, help="Rows of its logs, together.")
@click.option("--seed", type=int, default=1, show_default=True, help="Another number gives another case.")
@click.option("--partners", type=int, default=12, show_default=True, help="How many partners it has.")
def synth(folder: Path, rows: int, seed: int, partners: int) -> None:
    """Make FOLDER: a made-up case with logs in which the truth is known (truth.csv); the same seed, the same bytes."""
    from overstay import progress
    from overstay.made_up.synth import synth_case

    with progress.shown() as report:
        made = synth_case(folder, rows=rows, seed=seed, partners=partners, report=report)
    click.echo(
        f"{show_text(made.folder)} is a synthetic case now: {say_count(made.rows, 'row')} in {len(made.files)} logs, "
        f"{len(made.expected)} expected findings in truth.csv."
    )


@main.command()
@_case
@click.option("--out", type=click.Path(path_type=Path), help="Folder to write. [default: report/<name of CASE>]")
def report(case_folder: Path, out: Path | None) -> None:
    """Run the notebooks on CASE and write them as pages that open without a network, with the tables as CSV."""
    from overstay import export

    with progress_bars(console(error=True)) as bars:
        tasks: dict[str, Any] = {}

        def show(step: Step) -> None:
            if step.notebook not in tasks:
                name = f"{step.notebook} ({step.number} of {step.of})"
                tasks[step.notebook] = bars.add_task(name, total=step.cells)
            bars.update(tasks[step.notebook], completed=step.cell)

        made = export.report(case_folder, out, on_progress=show)
    click.echo(f"{len(made.paths)} files in {show_text(made.folder)}; begin with {show_text(made.index)}")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="What the case is called.")
def new(folder: Path, title: str | None) -> None:
    """Make FOLDER: a case with one example row in each table, and columns.md, which says what each column means."""
    from overstay.starter import new_case

    made = new_case(folder, **({} if title is None else {"title": title}))
    click.echo(f"{show_text(made)} is a case now. Read columns.md, replace the example rows, then: overstay check")


@main.command()
@_case
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; end with 1 where datapackage.json is not up to date."
)
@click.pass_context
def describe(ctx: click.Context, case_folder: Path, only_check: bool) -> None:
    """Write datapackage.json into CASE: a Frictionless descriptor, by which other programs can read it."""
    from overstay.datapackage import FILE, is_described, save_descriptor

    if not only_check:
        click.echo(f"{show_text(save_descriptor(case_folder))} is written.")
    elif is_described(case_folder):
        click.echo(f"{FILE} is up to date.")
    else:
        complain(f"{FILE} in {case_folder} is not up to date; `overstay describe` writes it")
        ctx.exit(1)


if __name__ == "__main__":
    main()
