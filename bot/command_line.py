"""The command line: one function per command, each calls one use case."""

import asyncio
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Annotated, Any

import typer
import uvloop

import bot
from bot import commands, dead_app, upkeep
from bot.domain.errors import ConfigError, ConfigErrors, QueryError, TocsinError
from bot.domain.model import PollReport
from bot.streams import complain, describe, drop_output, open_streams

# Of click, or of the copy of it that newer versions of typer carry.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]
USAGE, FAILURE = 2, 1  # exit codes; 0 is done
PORTS = 0, 65_535  # 0: any that is free

app = typer.Typer(
    help="Tocsin tells people on Telegram when the news mentions their region or subject.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
feeds_app = typer.Typer(help="Feeds into and out of feeds.yaml.", no_args_is_help=True)
app.add_typer(feeds_app, name="feeds")
app.add_typer(dead_app.app, name="dead")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _json(value: Any) -> None:
    _say(json.dumps(value, ensure_ascii=False))


def _progress() -> Callable[[PollReport | None], None]:
    """Return what counts polled feeds on a terminal, and says nothing in a pipe.

    None for a report wipes that out at the end.
    """
    polled: list[PollReport] = []

    def show(report: PollReport | None) -> None:
        if report is not None:
            polled.append(report)
        if sys.stderr.isatty() and polled:
            noun = "feed" if len(polled) == 1 else "feeds"
            told = f"{len(polled)} {noun} polled" if report else f"{' ' * COUNTED}\r"
            sys.stderr.write(f"\r{told}")
            sys.stderr.flush()

    return show


COUNTED = 79  # characters of such a line at most


def _count(done: int, total: int, waiting: int) -> None:
    """Say on a terminal how far it is, and wipe that out at the end."""
    if sys.stderr.isatty():
        told = f"{done} of {total} feeds"
        if waiting:
            told += f", {waiting} wait for a site that asked for a pause"
        sys.stderr.write(f"\r{' ' * COUNTED}\r{told if done < total else ''}")
        sys.stderr.flush()


async def _until_signal(work: Callable[[asyncio.Event], Coroutine[Any, Any, None]]) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:  # nohup
            loop.add_signal_handler(number, stop.set)
    await work(stop)


def _show_version(asked: bool) -> None:  # noqa: FBT001  # typer's signature
    if asked:
        _say(f"tocsin {bot.__version__}")
        raise typer.Exit


@app.callback()
def options(
    *,
    debug: Annotated[bool, typer.Option(help="Show tracebacks of errors.")] = False,
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Show the version.", is_eager=True, callback=_show_version
        ),
    ] = False,
) -> None:
    """Options for all commands."""
    os.environ["PTB_TIMEDELTA"] = "1"  # or the library warns while it builds RetryAfter
    del debug, version  # `main` looks for the one, `_show_version` for the other


@app.command()
def run(
    role: Annotated[
        str, typer.Option(help="all, worker (feeds) or bot (Telegram)")
    ] = "all",
) -> None:
    """Run the service."""
    uvloop.run(_until_signal(lambda stop: commands.run(role, stop)))


@app.command()
def demo(
    port: Annotated[
        int, typer.Option(help="Port of the chat page.", min=PORTS[0], max=PORTS[1])
    ] = 8080,
) -> None:
    """Try the whole product in the browser: no Telegram account, no internet."""
    uvloop.run(_until_signal(lambda stop: commands.demo(port, stop, _say)))


@app.command()
def poll(
    *,
    once: Annotated[bool, typer.Option("--once", help="Poll once and end.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Also feeds not due.")] = False,
) -> None:
    """Poll each due feed once through the whole pipeline; nothing is sent."""
    if not once:
        raise typer.BadParameter("write: tocsin poll --once; `tocsin run` polls for ever")
    progress = _progress()
    numbers = uvloop.run(commands.poll_once(every=every, progress=progress))
    progress(None)
    _json(numbers)


@app.command()
def check(
    *,
    fetch: Annotated[bool, typer.Option("--fetch", help="Fetch each feed, too.")] = False,
) -> None:
    """Check settings, feeds.yaml and regions.yaml."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    screen = upkeep.Screen(say=_say, complain=complain, progress=_count, width=width)
    findings = uvloop.run(upkeep.check(fetch=fetch, screen=screen))
    if findings:
        raise typer.Exit(FAILURE)


@app.command()
def parse(sources: Annotated[list[str], typer.Argument(metavar="FILE|URL ...")]) -> None:
    """Print the entries of feed documents, one JSON line each."""
    if uvloop.run(commands.parse(sources, out=_json, complain=complain)):
        raise typer.Exit(FAILURE)


@app.command()
def annotate(
    *,
    only: Annotated[str | None, typer.Option(help="places: stop after places")] = None,
) -> None:
    """Read entries as JSON lines, print what they are about and what they would do."""
    if only not in (None, "places"):
        raise typer.BadParameter("--only takes: places")
    uvloop.run(commands.annotate(sys.stdin.buffer, only_places=only is not None, out=_json))


@app.command()
def resolve(text: Annotated[list[str], typer.Argument(metavar="TEXT")]) -> None:
    """Print what somebody may mean after /region, best first, as JSON."""
    _json(commands.resolve(" ".join(text)))


@app.command()
def migrate() -> None:
    """Bring the database to this version's schema."""
    _say(uvloop.run(upkeep.migrate()))


@app.command(context_settings={"ignore_unknown_options": True})  # -word is of the query
def backtest(
    query: Annotated[list[str], typer.Argument(metavar="QUERY")],
    *,
    days: Annotated[int, typer.Option(help="How far to look back.", min=1, max=90)] = 7,
    stdin: Annotated[
        bool, typer.Option("--stdin", help="Entries as JSON lines, all of them.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print count, per_day and ids.")
    ] = False,
) -> None:
    """Say what a query would have sent: how much, when, and three samples."""
    lines = sys.stdin.buffer if stdin else None
    found = uvloop.run(commands.backtest(" ".join(query), days=days, lines=lines))
    if as_json:
        _json(commands.backtest_json(found))
        return
    for line in commands.backtest_lines(found):
        _say(line)


@app.command()
def backup(file: Path) -> None:
    """Copy the database while the service runs."""
    _say(upkeep.backup(file))


@feeds_app.command("import")
def feeds_import(file: Path) -> None:
    """Add the feeds of an OPML file to feeds.yaml."""
    if upkeep.import_feeds(file, say=_say, complain=complain):
        raise typer.Exit(FAILURE)


@feeds_app.command("export")
def feeds_export() -> None:
    """Print feeds.yaml as OPML."""
    sys.stdout.write(upkeep.export_feeds())


@app.command()
def doctor() -> None:
    """Print what an admin needs for a bug report, secrets masked."""
    for line in uvloop.run(upkeep.doctor()):
        _say(line)


def _usage(error: Any) -> str:
    """Return what is wrong with the command line; help was shown if there was nothing."""
    command = getattr(getattr(error, "ctx", None), "command_path", "tocsin")
    # That names the option; ours are said as they are.
    whole = error.format_message().removeprefix("Invalid value: ")
    message = " ".join(whole.split()).removesuffix(".")
    return f"{command}: {message or 'name a command'} (try: {command} --help)"


def main() -> None:
    """Run a command; an error is one line on stderr, a traceback only with --debug."""
    is_debug = "--debug" in sys.argv  # before the command or after it
    arguments = [argument for argument in sys.argv[1:] if argument != "--debug"]
    open_streams()
    try:
        code = app(arguments, prog_name="tocsin", standalone_mode=False) or 0
        sys.stdout.flush()
        sys.exit(code)
    except TocsinError as exc:
        if is_debug:
            raise
        for error in exc.errors if isinstance(exc, ConfigErrors) else (exc,):
            complain(str(error))
        sys.exit(USAGE if isinstance(exc, ConfigError | QueryError) else FAILURE)
    except UsageError as exc:
        if is_debug:
            raise
        complain(_usage(exc))
        sys.exit(USAGE)
    except typer.Abort:
        sys.exit(FAILURE)
    except BrokenPipeError:
        drop_output()
        sys.exit(FAILURE)
    except Exception as exc:  # one line, whatever it is
        if is_debug:
            raise
        complain(describe(exc))
        drop_output()
        sys.exit(FAILURE)
