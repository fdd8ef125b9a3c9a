"""The names of the commands and what each is for; what they need is imported when they run."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup

# name → (module, function, one line of help)
COMMANDS: Final[dict[str, tuple[str, str, str]]] = {
    "read": ("cortege.cli.read", "read", "Read press reports and show what they say."),
    "add": ("cortege.cli.add", "add", "Read reports and put the readings into a record."),
    "list": ("cortege.cli.list", "list_accounts", "List the protests a record knows."),
    "show": ("cortege.cli.show", "show", "Show everything said about one protest or report."),
    "why": ("cortege.cli.why", "why", "Show how a value came about, down to the words."),
}


_HELP = {"help_option_names": ["-h", "--help"]}


class _Lazy(TyperGroup):
    """A group that imports a command's module only when that command runs.

    Typer holds its own copy of click, whose types are private; hence ``Any``.
    """

    def list_commands(self, ctx: Any) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        from importlib import import_module

        module, function, _ = COMMANDS[cmd_name]
        command = typer.Typer(add_completion=False, rich_markup_mode=None)
        command.command(name=cmd_name, context_settings=_HELP)(
            getattr(import_module(module), function)
        )
        return typer.main.get_command(command)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands from the table above, without importing any."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, _, line) in COMMANDS.items()])


app = typer.Typer(
    cls=_Lazy,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    help="Cortège reads press reports of protests and keeps a record you can check.",
    context_settings=_HELP,
)


def _say_version(asked: bool) -> None:
    if asked:
        from cortege import __version__

        typer.echo(f"cortege {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version and stop.", callback=_say_version, is_eager=True
        ),
    ] = False,
) -> None:
    del version


def main() -> None:
    """Run the command line; messages for people go to standard error."""
    from cortege.errors import UserError

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal of few characters is no failure
    try:
        app()
    except UserError as error:
        sys.stderr.write(f"{error.where}: {error.message} [{error.code}]\n  {error.hint}\n")
        sys.exit(4)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


if __name__ == "__main__":
    main()
