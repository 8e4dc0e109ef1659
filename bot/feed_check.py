"""``tocsin check --fetch``: each feed is fetched and read once, and judged."""

import asyncio
import textwrap
from collections.abc import Callable, Iterator, Sequence, Sized
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot import app
from bot.commands import feed_tools
from bot.config.addresses import shown_url
from bot.config.settings import Settings
from bot.deliver.plain import line as one_line
from bot.domain.model import FeedSpec
from bot.pipeline.diagnosis import diagnose
from bot.pipeline.verdicts import Level, Verdict

FETCHES = 16  # at once
WAIT = timedelta(seconds=30)  # in all, for sites that ask for a pause: somebody looks on
SHORTEST = timedelta(seconds=1)  # of such a pause
TITLE = (12, 32)  # characters of the table's first column, at least and at most
OTHERS = 38  # characters of its other columns, with the gaps
WORDS: Final = {Level.OK: "ok", Level.WARNING: "warning", Level.ERROR: "error"}
_HEADER: Final = ("FEED", "STATE", "ENTRIES", "NEWEST", "FORMAT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A feed with its verdict."""

    spec: FeedSpec
    verdict: Verdict


@dataclass(slots=True, kw_only=True)
class _Patience:
    """Waits for sites that ask for a pause, `WAIT` in all from the first one on.

    `on_wait` is told how many feeds wait, whenever that changes.
    """

    on_wait: Callable[[int], None]
    _waiting: int = 0
    _until: float | None = None  # loop time

    async def wait(self, pause: timedelta | None) -> bool:
        """Wait as long as a site asks; False at once if that is too long, or nothing."""
        if pause is None or pause > WAIT:
            return False
        now, seconds = (
            asyncio.get_running_loop().time(),
            max(pause, SHORTEST).total_seconds(),
        )
        self._until = self._until or now + WAIT.total_seconds()
        if now + seconds > self._until:
            return False
        self._count(1)
        try:
            await asyncio.sleep(seconds)
        finally:
            self._count(-1)
        return True

    def _count(self, change: int) -> None:
        self._waiting += change
        self.on_wait(self._waiting)


async def check_feeds(
    settings: Settings,
    specs: Sequence[FeedSpec],
    *,
    tell: Callable[[Checked], None],
    on_wait: Callable[[int], None] = lambda _: None,
) -> list[Checked]:
    """Return the verdicts in the order of `specs`.

    A feed whose site asks for a short pause is asked again after it, and so are the site's
    other feeds, which were not asked.

    Args:
        settings: As for the service.
        specs: The feeds.
        tell: Hears each verdict as soon as it is.
        on_wait: Is told how many feeds wait for their site, whenever that changes.
    """
    room, patience = asyncio.Semaphore(FETCHES), _Patience(on_wait=on_wait)
    async with feed_tools(settings) as (fetcher, parser):

        async def ask(spec: FeedSpec) -> Verdict:
            async with room:
                return await diagnose(spec, fetcher, parser, clock=app.utc_now)

        async def check(spec: FeedSpec) -> Checked:
            verdict = await ask(spec)
            while await patience.wait(verdict.again_in):
                verdict = await ask(spec)
            checked = Checked(spec=spec, verdict=verdict)
            tell(checked)
            return checked

        return await asyncio.gather(*map(check, specs))


def line(checked: Checked, *, now: datetime) -> str:
    """Return the one line of a feed in a pipe: its address, and all that is to be said."""
    verdict = checked.verdict
    told = [f"{each.reason} → {each.advice}" for each in verdict.findings]
    if verdict.entries is not None:
        facts = [f"{verdict.entries} {'entry' if verdict.entries == 1 else 'entries'}"]
        if verdict.newest_at:
            facts.append(f"newest {age(now - verdict.newest_at)}")
        if verdict.format:
            facts.append(verdict.format)
        told.insert(0, ", ".join((WORDS[verdict.level], *facts)))
    elif verdict.level is Level.WARNING:
        told.insert(0, WORDS[verdict.level])
    return f"{shown_url(checked.spec.url)}: {' | '.join(told)}"


def table(checked: Sequence[Checked], *, now: datetime, width: int) -> Iterator[str]:
    """Yield the lines of a terminal's table, the bad ones last: there the eye is."""
    ordered = sorted(checked, key=lambda each: each.verdict.level)
    room = min(max(width - OTHERS, TITLE[0]), TITLE[1])
    rows = [_row(each, now, room) for each in ordered]
    widths = [max(map(len, column)) for column in zip(_HEADER, *rows, strict=True)]
    yield _columns(_HEADER, widths)
    for each, row in zip(ordered, rows, strict=True):
        yield _columns(row, widths)
        if each.verdict.findings:
            yield f"    {shown_url(each.spec.url)}"
        for finding in each.verdict.findings:
            yield from _wrapped(str(finding.reason), "    ! ", width)
            yield from _wrapped(str(finding.advice), "      → ", width)
    yield summary(checked)


def summary(checked: Sequence[Checked]) -> str:
    """Return the numbers: ``62 feeds: 50 ok, 8 with warnings, 4 with errors``."""
    count = [sum(each.verdict.level is level for each in checked) for level in Level]
    ok, warnings, errors = count
    return (
        f"{count_feeds(checked)}: {ok} ok, {warnings} with warnings, {errors} with errors"
    )


def count_feeds(feeds: Sized) -> str:
    """Return ``62 feeds`` or ``1 feed``."""
    return "1 feed" if len(feeds) == 1 else f"{len(feeds)} feeds"


def age(length: timedelta) -> str:
    """Return how old something is, short: ``5m``, ``3h``, ``12d``."""
    minutes = max(0, int(length / timedelta(minutes=1)))
    hours = minutes // 60
    if hours >= 2 * 24:
        return f"{hours // 24}d"
    return f"{hours}h" if hours >= 2 else f"{minutes}m"  # noqa: PLR2004  # 119m says more


def _row(checked: Checked, now: datetime, room: int) -> tuple[str, ...]:
    verdict = checked.verdict
    return (
        one_line(checked.spec.title, room),
        WORDS[verdict.level],
        "" if verdict.entries is None else str(verdict.entries),
        age(now - verdict.newest_at) if verdict.newest_at else "",
        verdict.format,
    )


def _columns(row: Sequence[str], widths: Sequence[int]) -> str:
    title, state, entries, newest, shape = row
    cells = (
        title.ljust(widths[0]),
        state.ljust(widths[1]),
        entries.rjust(widths[2]),
        newest.rjust(widths[3]),
        shape,
    )
    return "  ".join(cells).rstrip()


def _wrapped(text: str, mark: str, width: int) -> list[str]:
    return textwrap.wrap(
        text,
        max(width, 40),
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_long_words=False,  # an address is copied whole
        break_on_hyphens=False,
    )
