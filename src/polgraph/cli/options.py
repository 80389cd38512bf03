"""Options that several commands share, each one decorator.

`case_option` passes an open case, `case_path_option` its path, `output_options` where data goes, `reading_options`
what to read.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, overload

import click

from polgraph.cli.output import FORMATS, Output

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["case_option", "case_path_option", "output_options", "reading_options", "storable_text"]

_Function = TypeVar("_Function", bound="Callable[..., Any]")

_case_path = click.option(
    "--case",
    "case_path",
    type=click.Path(path_type=Path),
    envvar="POLGRAPH_CASE",
    default="polgraph.db",
    show_default=True,
    show_envvar=True,
    metavar="FILE",
    help="The case file.",
)


def case_path_option(function: _Function) -> _Function:
    """Pass `case_path: Path`, for a command that makes the case file or opens it itself."""
    return _case_path(function)


def case_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Open the case file and pass it as `case: Case`; it is closed when the command ends."""

    @functools.wraps(function)
    def with_case(*args: Any, case_path: Path, **options: Any) -> Any:  # noqa: ANN401  any command's
        from polgraph.case import Case  # noqa: PLC0415  `--help` needs no SQLite

        case = click.get_current_context().with_resource(Case(case_path))
        return function(*args, case=case, **options)

    return _case_path(with_case)


@overload
def output_options(function: Callable[..., Any], /) -> Callable[..., Any]: ...
@overload
def output_options(*, piped: str = ...) -> Callable[[Callable[..., Any]], Callable[..., Any]]: ...
def output_options(function: Callable[..., Any] | None = None, /, *, piped: str = "table") -> Callable[..., Any]:
    """Pass `output: Output`, made from --format, --output and --raw.

    The default format is `table` on a terminal and `piped` elsewhere ("table" as well, plain and never cut, unless
    a command asks for another); `--output rows.csv` and the like choose by the file's suffix.
    """
    if function is None:
        return functools.partial(_with_output, piped=piped)
    return _with_output(function, piped=piped)


def storable_text(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001  click's own
    """Make what was typed storable: bytes that are no UTF-8 become escapes (a callback of options and arguments)."""
    return None if value is None else value.encode("utf8", "backslashreplace").decode("utf8")


def reading_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Pass `paths: tuple[Path, ...]`, `any_language: bool` and `defaults: Metadata`, what articles do not say."""

    @functools.wraps(function)
    def with_defaults(
        *args: Any,  # noqa: ANN401  any command's
        title: str | None,
        date: str | None,
        publisher: str | None,
        url: str | None,
        **options: Any,  # noqa: ANN401  any command's
    ) -> Any:  # noqa: ANN401  any command's
        from polgraph.reading import Metadata, parse_date  # noqa: PLC0415  `--help` reads nothing

        try:
            published = None if date is None else parse_date(date)
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="--date") from error
        defaults = Metadata(title=title, published=published, publisher=publisher, url=url)
        return function(*args, defaults=defaults, **options)

    for option in (
        click.option("--any-language", is_flag=True, help="Take what looks like another language as English, too."),
        click.option(
            "--url", callback=storable_text, metavar="URL", help="Where the articles stand, unless they say so."
        ),
        click.option(
            "--publisher",
            callback=storable_text,
            metavar="NAME",
            help="Who published the articles, unless they say so.",
        ),
        click.option("--date", metavar="DAY", help="When the articles appeared, unless they say so (2024-05-31)."),
        click.option(
            "--title", callback=storable_text, metavar="TEXT", help="Title of the article, unless it has one."
        ),
        click.argument(
            "paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path, allow_dash=True)
        ),
    ):
        with_defaults = option(with_defaults)
    return with_defaults


def _with_output(function: Callable[..., Any], *, piped: str) -> Callable[..., Any]:
    @functools.wraps(function)
    def with_output(
        *args: Any,  # noqa: ANN401  any command's
        output_format: str | None,
        output_file: str,
        raw: bool,
        **options: Any,  # noqa: ANN401  any command's
    ) -> Any:  # noqa: ANN401  any command's
        output = click.get_current_context().with_resource(
            Output(output_format, output_file, raw=raw, piped=piped),
        )
        return function(*args, output=output, **options)

    elsewhere = "" if piped == "table" else f" on a terminal, {piped} elsewhere"
    for option in (
        click.option("--raw", is_flag=True, help="Leave CSV cells as they are, even what a spreadsheet would execute."),
        click.option(
            "--output",
            "-o",
            "output_file",
            default="-",
            metavar="FILE",
            help="Write to FILE instead of stdout; .json, .jsonl and .csv choose the format.",
        ),
        click.option(
            "--format",
            "-f",
            "output_format",
            type=click.Choice(FORMATS),
            help=f"How to print.  [default: table{elsewhere}]",
        ),
    ):
        with_output = option(with_output)
    return with_output
