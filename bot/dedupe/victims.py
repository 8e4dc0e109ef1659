"""How many people a report says were killed, hurt, captured or are missing (pure)."""

from bot.dedupe.features import Features
from bot.domain.reports import EventKind, TollKind

LATER = "killed later"  # of those who come on top of the dead that were known
SOLDIERS = "soldiers "  # what the name of a toll begins with that is theirs alone
OF_THE_WAR = 1000  # people: no attack of this war harmed as many at once
DISASTERS = {EventKind.EARTHQUAKE, EventKind.FLOOD, EventKind.STORM}  # but these may
HARMED = {TollKind.KILLED, TollKind.WOUNDED}
_COUNTED = {"killed", "wounded", "captured", "missing"}


def tolls_of(entry: Features) -> dict[str, int]:
    """Return the greatest number of people told, by what happened to them.

    What one side says of the other's soldiers is another count than that of the victims;
    and `OF_THE_WAR` are those of a war or a year, whether or not the report says so.
    """
    found: dict[str, int] = {}
    most = None if entry.report.kinds & DISASTERS else OF_THE_WAR
    for toll in entry.report.tolls:
        is_total = most is not None and toll.low >= most and toll.kind in HARMED
        if toll.low and toll.kind.value in _COUNTED and not is_total:
            whose = SOLDIERS if toll.whose == "soldiers" else ""
            kind = f"{whose}{toll.kind.value}"
            found[kind] = max(toll.low, found.get(kind, 0))
    dead = [t for t in entry.report.tolls if t.kind is TollKind.KILLED and t.low]
    if dead and dead[0].more and all(toll.whose != "soldiers" for toll in dead):
        found[LATER] = max(toll.low for toll in dead if toll.more)
    return found


def says_nobody(entry: Features) -> bool:
    """Return whether it says that nobody was hurt, and of nobody that somebody was."""
    tolls = entry.report.tolls
    return bool(tolls) and not any(toll.low for toll in tolls)
