"""Makes the store say what feeds.yaml says."""

import logging
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from bot.config.addresses import same_feed_key
from bot.domain.model import FeedSpec
from bot.store import claims, feed_specs, feeds
from bot.store.engine import Store

log = logging.getLogger(__name__)

NAMED = 5  # feeds of one kind that the log names
LISTED = 10  # of those that an admin is shown
_KEYS = tuple(
    field.name for field in fields(FeedSpec) if field.name not in {"url", "enabled"}
)

# Of each kind of change how many feeds there are, and the names of some of them.
Facts = Mapping[str, tuple[int, Sequence[str]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedChange:
    """A feed that feeds.yaml describes in another way than before: `keys` differ."""

    spec: FeedSpec
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsDiff:
    """What a new feeds.yaml changes.

    `paused` feeds are no longer in the file, or ``enabled: false``; `resumed` ones are
    polled again. A feed may be both resumed and changed.
    """

    added: tuple[FeedSpec, ...] = ()
    paused: tuple[FeedSpec, ...] = ()
    resumed: tuple[FeedSpec, ...] = ()
    changed: tuple[FeedChange, ...] = ()

    def __bool__(self) -> bool:
        """Return whether anything changes."""
        return bool(self.added or self.paused or self.resumed or self.changed)

    def facts(self) -> Facts:
        """Return what changed: of each kind how many feeds, and the first names."""
        changed = [f"{each.spec.title} ({', '.join(each.keys)})" for each in self.changed]
        kinds = {
            "added": [spec.title for spec in self.added],
            "paused": [spec.title for spec in self.paused],
            "resumed": [spec.title for spec in self.resumed],
            "changed": changed,
        }
        return {
            kind: (len(names), names[:LISTED]) for kind, names in kinds.items() if names
        }

    def __str__(self) -> str:
        """Return one line for the log; titles and keys, no addresses and no values."""
        parts = [
            named(word, [spec.title for spec in specs])
            for word, specs in (
                ("added", self.added),
                ("paused", self.paused),
                ("resumed", self.resumed),
            )
            if specs
        ]
        if self.changed:
            told = [f"{each.spec.title}: {' '.join(each.keys)}" for each in self.changed]
            parts.append(named("changed", told))
        return "; ".join(parts) or "nothing changed"


def named(word: str, names: Sequence[str]) -> str:
    """Return "2 added (A, B)" for the log, of many names only the first."""
    shown = [*names[:NAMED]]
    if len(names) > NAMED:
        shown.append(f"and {len(names) - NAMED} more")
    return f"{len(names)} {word} ({', '.join(shown)})"


def diff_feeds(
    before: Sequence[FeedSpec],
    after: Sequence[FeedSpec],
    moved: Container[str] = (),
) -> FeedsDiff:
    """Return what changes when the feeds are no longer `before` but `after` (pure).

    Feeds are told apart by their address, as the database does. One that is paused before
    and after changes nothing, whatever else is said of it. `moved` are the new addresses of
    those that got one.
    """
    known = {spec.url: spec for spec in before}
    wanted = {spec.url: spec for spec in after}
    added, paused, resumed, changed = [], [], [], []
    for spec in after:
        old = known.get(spec.url)
        if old is None:
            added.append(spec)
            continue
        if old.enabled and not spec.enabled:
            paused.append(spec)
        if spec.enabled:
            if not old.enabled:
                resumed.append(spec)
            url = ("url",) if spec.url in moved else ()
            others = (k for k in _KEYS if getattr(old, k) != getattr(spec, k))
            if keys := (*url, *others):
                changed.append(FeedChange(spec=spec, keys=keys))
    paused += [spec for spec in before if spec.enabled and spec.url not in wanted]
    return FeedsDiff(
        added=tuple(added),
        paused=tuple(paused),
        resumed=tuple(resumed),
        changed=tuple(changed),
    )


async def apply_feeds(
    store: Store, specs: Sequence[FeedSpec], *, now: datetime
) -> FeedsDiff:
    """Add new feeds, change known ones, pause those that the file has no more.

    Returns:
        What that changed; it is in the log, too.
    """
    async with store.write() as tx:
        moved = await feeds.follow_moves(tx, specs, key=same_feed_key)
        before = await feed_specs.list_specs(tx)
        await feeds.sync(tx, specs, now=now)
    diff = diff_feeds(before, specs, moved)
    log.info("feeds configured: %d; %s", len(specs), diff)
    return diff


async def forget_leases(store: Store) -> None:
    """Free the feeds that a dead process left leased; only if no other is at work."""
    async with store.write() as tx:
        await claims.release_leases(tx)
