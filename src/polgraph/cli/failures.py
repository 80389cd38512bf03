"""What went wrong, said in one line: errors in, messages and exit codes out."""

from __future__ import annotations

import errno
import os
import sys
from typing import IO, TYPE_CHECKING, Any

import click

from polgraph.cli.printable import printable
from polgraph.errors import EntityError

if TYPE_CHECKING:
    from types import TracebackType

    from polgraph.errors import PolgraphError

__all__ = ["CommandFailed", "NothingFound", "explain_os_error", "one_line", "report_defect", "with_candidates"]

_REMEDIES = {
    errno.EACCES: "choose a place you may use, or change its permissions",
    errno.EPERM: "choose a place you may use, or change its permissions",
    errno.EROFS: "choose a place that can be written",
    errno.ENOSPC: "free some space there and run the command again",
    errno.EDQUOT: "free some of your quota and run the command again",
    errno.ENOENT: "check the path",
    errno.ENOTDIR: "check the path: a part of it is a file, not a folder",
    errno.EISDIR: "name a file, not a folder",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.EMFILE: "raise the limit of open files (ulimit -n)",
}


class CommandFailed(click.ClickException):
    """The command could not do what was asked: one line on stderr, exit code 1."""

    exit_code = 1

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message."""
        click.echo(one_line(self.message), file=file, err=file is None)


class NothingFound(CommandFailed):
    """The question was answered, and the answer is empty: one line on stderr, exit code 3."""

    exit_code = 3


def one_line(message: str) -> str:
    """Prefix the message with the program's name and make it one printable line."""
    return f"polgraph: {printable(message)}"


def with_candidates(error: PolgraphError) -> str:
    """Return the error's message, with the candidates of a name that it does not list already."""
    message = str(error)
    if not isinstance(error, EntityError):
        return message
    unnamed = [candidate for candidate in error.candidates if candidate not in message]
    return f"{message}; candidates: {', '.join(unnamed)}" if unnamed else message


def explain_os_error(error: OSError) -> str:
    """Name the file, what the system says, and what to do."""
    reason = (error.strerror or str(error) or type(error).__name__).lower()
    place = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes)) else "standard input or output"
    remedy = _REMEDIES.get(error.errno or 0, "check that it exists and that you may use it")
    return f"{place}: {reason}: {remedy}"


def report_defect(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say in one line that polgraph itself is at fault; the traceback is printed with POLGRAPH_TRACEBACK=1."""
    if os.environ.get("POLGRAPH_TRACEBACK"):
        sys.__excepthook__(kind, error, trace)
        return
    click.echo(
        one_line(
            f"a defect of polgraph: {kind.__name__}: {error}; please report it, "
            "with what POLGRAPH_TRACEBACK=1 in front of the same command prints"
        ),
        err=True,
    )
