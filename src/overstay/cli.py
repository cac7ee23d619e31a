"""The same verbs from a shell: `overstay check`, `findings`, `report`, `new`, `describe`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from overstay.errors import CaseError, OverstayError
from overstay.tables import VERDICTS

if TYPE_CHECKING:
    import pandas as pd
    from rich.console import Console
    from rich.progress import Progress

    from overstay.case import Case
    from overstay.export import Step
    from overstay.findings import Verdicts

# pandas, DuckDB, Rich and the notebook tools load inside the commands: `--help` should not wait for them.

F = TypeVar("F", bound=Callable[..., Any])
WIDTH = 100  # where the output is no terminal


class _Commands(click.Group):
    """Ends every command in one message and a number: 0 done, 1 a case with problems, 2 anything else."""

    def invoke(self, ctx: click.Context) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")  # a terminal without UTF-8 shows ? instead of an error
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except CaseError as error:
            _complain(str(error))
            ctx.exit(1)
        except OverstayError as error:
            _complain(str(error))
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
    """List every problem in CASE, and count the rows of each file.

    Ends with 0 where there is none, with 1 otherwise. With --on-problem reject the list also names the rows that must
    go because they name a broken row.
    """
    import pandas as pd

    from overstay.case import open_case

    try:
        case = open_case(case_folder)
        problems = case.problems
    except CaseError as error:
        if not case_folder.is_dir():
            raise
        case = open_case(case_folder, on_problem="reject")
        problems = case.problems if on_problem == "reject" else error.problems
    fields = ("file", "row", "column", "value", "reason")
    listed = pd.DataFrame([[getattr(p, name) for name in fields] for p in problems], columns=list(fields))
    if form != "table":
        _print_records(listed, form)
    else:
        for problem in problems:
            click.echo(_visible(problem))
        _print_loads(case, problems=len(problems), rejected=on_problem == "reject")
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
        _complain(f"{lost:,} rows were left out for {len(case.problems):,} problems; `overstay check` lists them")
    if len(result.left_out):
        _complain(f"{len(result.left_out):,} statements and observations were not public on {result.options.as_of}")
    if form != "table":
        _print_records(rows, form)
    else:
        _print_findings(result, rows, by=by, hide=not options["verdict"])


@main.command()
@_case
@click.option("--out", type=click.Path(path_type=Path), help="Folder to write. [default: report/<name of CASE>]")
def report(case_folder: Path, out: Path | None) -> None:
    """Run the notebooks on CASE and write them as pages that open without a network, with the tables as CSV."""
    from overstay import export

    console = _console(error=True)
    with _progress(console) as bars:
        tasks: dict[str, Any] = {}

        def show(step: Step) -> None:
            if step.notebook not in tasks:
                name = f"{step.notebook} ({step.number} of {step.of})"
                tasks[step.notebook] = bars.add_task(name, total=step.cells)
            bars.update(tasks[step.notebook], completed=step.cell)

        made = export.report(case_folder, out, on_progress=show)
    click.echo(f"{len(made.paths)} files in {_visible(made.folder)}; begin with {_visible(made.index)}")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="What the case is called.")
def new(folder: Path, title: str | None) -> None:
    """Make FOLDER: a case with one example row in each table, and columns.md, which says what each column means."""
    from overstay.starter import new_case

    made = new_case(folder, **({} if title is None else {"title": title}))
    click.echo(f"{_visible(made)} is a case now. Read columns.md, replace the example rows, then: overstay check")


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
        click.echo(f"{_visible(save_descriptor(case_folder))} is written.")
    elif is_described(case_folder):
        click.echo(f"{FILE} is up to date.")
    else:
        _complain(f"{FILE} in {case_folder} is not up to date; `overstay describe` writes it")
        ctx.exit(1)


def _visible(value: object) -> str:
    from overstay.sheets import visible

    return visible(value)


def _complain(message: str) -> None:
    click.echo(_visible(message), err=True)


def _console(*, error: bool = False) -> Console:
    from rich.console import Console

    stream = sys.stderr if error else sys.stdout
    width = None if stream.isatty() else WIDTH
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)


def _progress(console: Console) -> Progress:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    text = TextColumn("{task.description}", markup=False)
    return Progress(text, BarColumn(), MofNCompleteColumn(), TextColumn("cells"), console=console)


def _print_records(frame: pd.DataFrame, form: str) -> None:
    """CSV and JSON go out as bytes: UTF-8 and \\n whatever the machine is set to."""
    from overstay.sheets import csv_text, json_text

    text = csv_text(frame) if form == "csv" else json_text(frame)
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", errors="replace"))
    sys.stdout.buffer.flush()


def _print_loads(case: Case, *, problems: int, rejected: bool) -> None:
    from rich import box
    from rich.table import Table

    if problems and not rejected:
        click.echo("\nNothing is loaded. With --on-problem reject it would be:")
    elif problems:
        click.echo()
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in ("file", "rows read", "loaded", "rejected"):
        table.add_column(name, justify="left" if name == "file" else "right")
    for row in case.loads.itertuples(index=False):
        table.add_row(row.file, *(f"{count:,}" for count in (row.rows, row.loaded, row.rejected)))
    _console().print(table)
    click.echo()
    count = "No problems." if not problems else "1 problem." if problems == 1 else f"{problems:,} problems."
    click.echo(f"{_visible(case.title)}: {count}")


def _print_findings(result: Verdicts, rows: pd.DataFrame, *, by: str, hide: bool) -> None:
    from overstay.selection import claims_by_verdict
    from overstay.sheets import most_serious_first
    from overstay.terminal import findings_table

    shown = rows[rows["verdict"] != "cannot tell"] if hide else rows
    if len(shown):
        _console().print(findings_table(most_serious_first(shown)))
        click.echo()
    noun = "comparison" if by == "comparison" else "statement"
    for verdict, count, claims in claims_by_verdict(result, shown):
        click.echo(f"{verdict}: {_count(count, noun)}, {_count(claims, 'claim')}")
    if len(shown):
        click.echo("The same speaker's repetitions count as one claim. Days are calendar days after the stated end.")
    elif not len(rows):
        click.echo(f"No {noun} fits these filters. Silence is no evidence, either way.")
    if hidden := len(rows) - len(shown):
        click.echo(
            f"Left out: {_count(hidden, noun)} with the verdict cannot tell; --verdict 'cannot tell' shows them."
        )


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


if __name__ == "__main__":
    main()
