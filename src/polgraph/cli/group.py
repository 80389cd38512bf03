"""A click group that imports a command when it is called, and turns what goes wrong into one line and an exit code."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from polgraph.cli.failures import CommandFailed, explain_os_error, one_line, report_defect, with_candidates
from polgraph.errors import PolgraphError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LazyGroup"]

_INTERRUPTED = 130  # what shells report for a program that Ctrl-C ended


class LazyGroup(click.Group):
    """A group of commands named by a table: command → (module of `polgraph.cli`, function, short help)."""

    def __init__(self, *args: Any, commands_at: Mapping[str, tuple[str, str, str]], **attributes: Any) -> None:  # noqa: ANN401  click's own
        super().__init__(*args, **attributes)
        self.commands_at = commands_at

    def __call__(self, *args: Any, **attributes: Any) -> Any:  # noqa: ANN401  click's own
        """Run as the program: only then does a defect end in one line; who calls `main.main()` keeps Python's hook."""
        sys.excepthook = report_defect
        return super().__call__(*args, **attributes)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of the table, which is the order of a first session."""
        return [*self.commands_at, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module and return the command, None where there is none of that name."""
        if cmd_name not in self.commands_at:
            return super().get_command(ctx, cmd_name)
        module, function, _ = self.commands_at[cmd_name]
        command = getattr(import_module(f"polgraph.cli.{module}"), function)
        if not isinstance(command, click.Command):
            raise TypeError(f"polgraph.cli.{module}:{function} is no click command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  click's own
        """List the commands with the short helps of the table."""
        if self.commands_at:
            with formatter.section("Commands"):
                formatter.write_dl([(name, short) for name, (_, _, short) in self.commands_at.items()])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401  click's own
        """Run the command; what it raises becomes one line on stderr."""
        _never_fail_on_encoding()
        try:
            result = super().invoke(ctx)
            # a closed pipe shows here, not in the interpreter's last breath
            sys.stdout.flush()
        except PolgraphError as error:
            raise CommandFailed(with_candidates(error)) from error
        except BrokenPipeError:
            _abandon_stdout()
            ctx.exit(0)
        except OSError as error:
            raise CommandFailed(explain_os_error(error)) from error
        except RecursionError as error:
            raise CommandFailed("the input is nested too deeply to be read") from error
        except MemoryError as error:
            raise CommandFailed("out of memory: try fewer or smaller files at once") from error
        except (KeyboardInterrupt, click.Abort):
            click.echo(one_line("stopped; what was stored before stays stored"), err=True)
            ctx.exit(_INTERRUPTED)
        return result


def _never_fail_on_encoding() -> None:
    """Let a terminal that cannot show a character print its escape instead."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def _abandon_stdout() -> None:
    """Point stdout at nothing: who read it has gone, and Python would complain when it flushes at exit."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
