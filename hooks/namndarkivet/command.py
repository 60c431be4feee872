"""A command line that complains in Swedish: click's own complaints are in English."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

import click
from click.exceptions import NoArgsIsHelpError

from namndarkivet.problem import did_you_mean


class SwedishGroup(click.Group):
    """A group of commands. Exit codes: those of the command, 2 for a wrong call, 130 when interrupted."""

    lazy: ClassVar[Mapping[str, tuple[str, str]]] = {
        "import": ("namndarkivet.importing", "import_minutes"),
        "intake": ("namndarkivet.intake.command", "intake"),
        "pre-push": ("namndarkivet.outgoing", "pre_push"),
        "new": ("namndarkivet.creating", "new"),
        "schema": ("namndarkivet.describing", "schema"),
    }
    """Commands whose modules are only read when they are called: module and name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted([*super().list_commands(ctx), *self.lazy])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None when there is none."""
        if cmd_name in self.lazy:
            module, name = self.lazy[cmd_name]
            command: click.Command = getattr(importlib.import_module(module), name)
            return command
        return super().get_command(ctx, cmd_name)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,  # noqa: ANN401 - whatever click hands on
    ) -> Any:  # noqa: ANN401 - what the command returns, when it is called from Python
        """Run a command, as click does."""
        try:
            result = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.UsageError as error:
            if not standalone_mode:
                raise
            sys.exit(_complain(error))
        except click.Abort:
            if not standalone_mode:
                raise
            click.echo("Avbrutet.", err=True)
            sys.exit(130)
        if standalone_mode:
            sys.exit(result if isinstance(result, int) else 0)
        return result


def _complain(error: click.UsageError) -> int:
    if isinstance(error, NoArgsIsHelpError) and error.ctx:
        click.echo(error.ctx.get_help(), err=True)
        return 2
    click.echo(f"Kommandot är felskrivet: {_complaint(error)}", err=True)
    click.echo(f"Hjälp: {error.ctx.command_path if error.ctx else 'namndarkivet'} --help", err=True)
    return 2


def _complaint(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"det finns inget val {error.option_name}{did_you_mean(error.option_name, error.possibilities or ())}"
    if isinstance(error, click.MissingParameter):
        named = (
            error.param.make_metavar(error.ctx).strip("[]…")
            if isinstance(error.param, click.Argument) and error.ctx
            else None
        )
        return f"{named or (error.param.opts[-1] if error.param else 'något')} saknas"
    if isinstance(error, click.BadParameter) and error.param and isinstance(error.param.type, click.Choice):
        return f"{error.param.opts[-1]} kan vara {', '.join(map(str, error.param.type.choices))}"
    if error.message.startswith("No such command"):
        written = error.message.removeprefix("No such command").strip(" .'")
        commands = error.ctx.command.commands if error.ctx and isinstance(error.ctx.command, click.Group) else ()
        return f"det finns inget kommando {written}{did_you_mean(written, [*commands, *SwedishGroup.lazy])}"
    return error.message
