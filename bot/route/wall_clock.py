"""Times of day in a chat's zone, as instants (pure).

A time that the clock skips that day (it is put forward) counts as later by as much; of one
that comes twice, the first counts.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final, NamedTuple

from bot.domain.timetable import DigestTimes, QuietHours

DAY: Final = timedelta(days=1)
# Digests come on one weekday at least; a zone may skip a day (Samoa, 30 Dec 2011), and a
# skipped time may fall on the next day.
SEARCHED: Final = 9


class Slot(NamedTuple):
    """One time of a digest: the instant, and what tells it from all others of the chat."""

    at: datetime
    key: str


def instant(day: date, clock: time, zone: tzinfo) -> datetime:
    """Return when the clocks of `zone` show that time of that day."""
    return datetime.combine(day, clock, tzinfo=zone).astimezone(UTC)


def next_slot(digests: DigestTimes, zone: tzinfo, after: datetime) -> Slot:
    """Return the first time of a digest after `after`."""
    today = after.astimezone(zone).date()
    slots = _slots(digests, zone, today - DAY, today + SEARCHED * DAY)
    return min(slot for slot in slots if slot.at > after)


def last_slot(digests: DigestTimes, zone: tzinfo, now: datetime) -> Slot:
    """Return the last time of a digest that is not after `now`."""
    today = now.astimezone(zone).date()
    slots = _slots(digests, zone, today - SEARCHED * DAY, today + DAY)
    return max(slot for slot in slots if slot.at <= now)


def _slots(digests: DigestTimes, zone: tzinfo, first: date, last: date) -> Iterator[Slot]:
    day = first
    while day <= last:
        if day.weekday() in digests.days:
            for clock in digests.times:
                # With its offset: after a change of the zone, 08:00 is another time.
                local = datetime.combine(day, clock, tzinfo=zone)
                key = local.isoformat(timespec="minutes")
                yield Slot(local.astimezone(UTC), f"digest:{key}")
        day += DAY


def find_quiet_end(quiet: QuietHours, zone: tzinfo, now: datetime) -> datetime | None:
    """Return when the quiet hours that `now` lies in end, None outside of them."""
    today = now.astimezone(zone).date()
    overnight = DAY if quiet.end < quiet.start else timedelta(0)
    for day in (today - 2 * DAY, today - DAY, today, today + DAY):
        start = instant(day, quiet.start, zone)
        end = instant(day + overnight, quiet.end, zone)
        if start <= now < end:
            return end
    return None
