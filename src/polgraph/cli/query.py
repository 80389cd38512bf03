"""`polgraph query`: the shelf of canned queries, each one a command of its own; and their check."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from polgraph.cli.answers import answer_options, print_answer
from polgraph.cli.completion import complete_entity
from polgraph.cli.failures import CommandFailed
from polgraph.cli.options import output_options
from polgraph.cli.source import source_options
from polgraph.queries.catalogue import catalogue, files, find
from polgraph.queries.parameters import LISTS
from polgraph.queries.running import run

if TYPE_CHECKING:
    from polgraph.cli.answers import Asked
    from polgraph.cli.output import Output
    from polgraph.cli.source import Source
    from polgraph.queries.header import CannedQuery, Parameter

__all__ = ["query"]

_WHOLE_SHELF = ""


class _Shelf(click.Group):
    """A group whose commands are the files of the shelf."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        # before the name or after it, whichever comes first to mind
        places = [place for place, word in enumerate(args) if word == "--queries" or word.startswith("--queries=")]
        front: list[str] = []
        for place in reversed(places):
            end = place + 1 + (args[place] == "--queries")
            front = args[place:end] + front
            args = args[:place] + args[end:]
        return super().parse_args(ctx, front + args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(files(_folders(ctx)))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        return _command(find(cmd_name, _folders(ctx)))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        by_family: dict[str, list[tuple[str, str]]] = {}
        for canned in catalogue(_folders(ctx)):
            by_family.setdefault(canned.family, []).append((canned.name, canned.short))
        for family, commands in by_family.items():
            with formatter.section(family.capitalize()):
                formatter.write_dl(commands)


@click.group(cls=_Shelf, invoke_without_command=True, subcommand_metavar="[NAME [OPTIONS]]")
@click.option(
    "--queries",
    "folders",
    type=click.Path(path_type=Path, file_okay=False),
    multiple=True,
    metavar="DIR",
    help="A folder of .cypher files that joins the shelf; also POLGRAPH_QUERIES.",
)
@click.option(
    "--check",
    is_flag=False,
    flag_value=_WHOLE_SHELF,
    metavar="[FILE]",
    help="Check a .cypher file, or the whole shelf, instead of asking.",
)
@output_options
@click.pass_context
def query(ctx: click.Context, *, folders: tuple[Path, ...], check: str | None, output: Output) -> None:
    """Ask a canned question; without NAME list them all.

    `polgraph query NAME --help` shows what a question needs.
    """
    if check is not None:
        _check(check, folders, output)
    elif ctx.invoked_subcommand is None:
        output.rows(
            (
                {
                    "family": canned.family,
                    "name": canned.name,
                    "question": canned.short,
                    "parameters": [parameter.flag for parameter in canned.parameters],
                }
                for canned in catalogue(folders)
            ),
            ("family", "name", "question", "parameters"),
        )


def _check(which: str, folders: tuple[Path, ...], output: Output) -> None:
    from polgraph.queries.check import check  # noqa: PLC0415  the parser is needed here only

    shelf = files(folders)
    if which == _WHOLE_SHELF:
        paths = [path for path, _ in shelf.values()]
    else:
        paths = [shelf[which][0] if which in shelf else Path(which)]
    found = [(path, finding) for path in paths for finding in check(path)]
    output.rows(
        (
            {
                "file": str(path),
                "line": finding.line,
                "column": finding.column,
                "problem": finding.problem,
                "remedy": finding.remedy,
            }
            for path, finding in found
        ),
        ("file", "line", "column", "problem", "remedy"),
    )
    checked = f"{len(paths)} {'query' if len(paths) == 1 else 'queries'}"
    if found:
        raise CommandFailed(f"{checked} checked: {len(found)} to mend")
    output.note(f"{checked} checked: nothing to mend")


def _command(canned: CannedQuery) -> click.Command:
    @source_options
    @answer_options
    @output_options
    def ask(*, source: Source, asked: Asked, output: Output, **values: Any) -> None:  # noqa: ANN401  the query's own
        place = source.open()
        rows = run(place, canned, values, timeout=asked.timeout, limit=asked.limit)
        print_answer(rows, place, asked, output, nothing=f"{canned.name}: nothing found")

    command = click.command(name=canned.name, help=_help(canned), epilog=_epilog(canned), short_help=canned.short)(ask)
    command.params = [*(_option(parameter) for parameter in canned.parameters), *command.params]
    return command


def _option(parameter: Parameter) -> click.Option:
    several = parameter.type in LISTS
    default = "" if parameter.required or parameter.default is None else f"; {parameter.default} unless given"
    return click.Option(
        [parameter.flag, parameter.name],
        required=parameter.required,
        multiple=several,
        metavar=parameter.type.upper().replace(" ", "_"),
        help=f"{parameter.help[:1].upper()}{parameter.help[1:]} (such as {_shown(parameter.example)}{default}).",
        shell_complete=complete_entity if parameter.type in ("entity", "entities") else None,
    )


def _shown(example: object) -> str:
    text = ",".join(map(str, example)) if isinstance(example, list) else str(example)
    return f'"{text}"' if " " in text else text


def _help(canned: CannedQuery) -> str:
    return f"{canned.title}.\n\n{canned.text}"


def _epilog(canned: CannedQuery) -> str:
    columns = "\n".join(f"  {name}: {what}" for name, what in canned.columns.items())
    return f"\b\nColumns:\n{columns}"


def _folders(ctx: click.Context) -> tuple[Path, ...]:
    folders: tuple[Path, ...] = ctx.params.get("folders") or ()
    return folders
