"""How often a place is in the news, by day and by where the outlets are."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Final

from bot.i18n.texts import named_zone
from bot.pipeline.regions import Target, place_ids
from bot.route.spike import LEAST_DAYS, MARK_CHANCE, USUAL_DAYS, is_unusual
from bot.store import trends
from bot.store.engine import Store
from bot.store.trends import Told

SPANS: Final = (7, 30, 90)  # days to choose from; the archive has no more
SIDES: Final = 3  # countries with a panel of their own
OTHERS: Final = ""  # stands for all further countries


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """Stories on each of `days`; a story counts on the day when it was first told.

    `sides` are countries of outlets with their own counts, the most frequent first, and
    `OTHERS` at the end; a story that several sides told counts for each. `spikes` are the
    unusual days by their place in `days`, with what was usual.
    """

    target: Target
    days: tuple[dt.date, ...]
    counts: tuple[int, ...]
    sides: tuple[tuple[str, tuple[int, ...]], ...]
    spikes: tuple[tuple[int, float], ...]


async def find_trend(
    store: Store, target: Target, days: int, *, zone: str, now: datetime
) -> Trend:
    """Return the trend of the last `days` days, today included, in the zone's days."""
    here = named_zone(zone)
    today = now.astimezone(here).date()
    begin = today - timedelta(days=days - 1 + USUAL_DAYS)
    since = datetime.combine(begin, dt.time(), here)
    async with store.read() as tx:
        found = await trends.told(tx, place_ids((target.id,)), since=since, until=now)
        first_at = await trends.first_at(tx)
    known = today if first_at is None else first_at.astimezone(here).date()
    return count_days(found, target, today=today, days=days, known=known, zone=here)


def count_days(
    found: Sequence[Told],
    target: Target,
    *,
    today: dt.date,
    days: int,
    known: dt.date,
    zone: tzinfo,
) -> Trend:
    """Return the trend of what was told (pure); entries are read since `known`."""
    shown = [today - timedelta(days=back) for back in reversed(range(days))]
    first: dict[int, datetime] = {}
    for each in found:
        first[each.story] = min(each.at, first.get(each.story, each.at))
    whole = _by_day(first.values(), zone)
    sides = {
        country: _by_day([each.at for each in found if each.country == country], zone)
        for country in {each.country for each in found}
    }
    ranked = sorted(
        (
            (sum(count[day] for day in shown), country or OTHERS, count)
            for country, count in sides.items()
        ),
        key=lambda side: (side[1] == OTHERS, -side[0], side[1]),
    )
    named = [(name, count) for total, name, count in ranked[:SIDES] if name and total]
    rest = Counter[dt.date]()
    kept = {name for name, _ in named}
    for _, name, count in ranked:
        if name not in kept:
            rest.update(count)
    if any(rest[day] for day in shown):
        named.append((OTHERS, rest))
    return Trend(
        target=target,
        days=tuple(shown),
        counts=tuple(whole[day] for day in shown),
        sides=tuple((name, tuple(count[day] for day in shown)) for name, count in named),
        spikes=tuple(_spikes(whole, shown, known)),
    )


def _by_day(at: Iterable[datetime], zone: tzinfo) -> Counter[dt.date]:
    return Counter(each.astimezone(zone).date() for each in at)


def _spikes(
    whole: Counter[dt.date], shown: Sequence[dt.date], known: dt.date
) -> Iterable[tuple[int, float]]:
    """Yield the unusual days; the first day of reading is no whole day."""
    for place, day in enumerate(shown):
        past = [day - timedelta(days=back) for back in range(1, USUAL_DAYS + 1)]
        usual = [whole[each] for each in past if each > known]
        if len(usual) >= LEAST_DAYS and is_unusual(whole[day], usual, chance=MARK_CHANCE):
            yield place, sum(usual) / len(usual)
