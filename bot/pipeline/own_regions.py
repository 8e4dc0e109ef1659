"""Puts what regions.yaml says to use: where it is read, compared and swapped in."""

import logging
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path

from bot.annotate import gazetteer
from bot.annotate.collisions import find_collisions
from bot.annotate.named import EXACT
from bot.annotate.own import OwnGazetteer
from bot.annotate.resolve import resolve
from bot.config.regions import Known, RegionsFile, load_regions
from bot.domain.model import Place
from bot.domain.own_regions import OwnRegion, OwnRegions
from bot.pipeline.configure import named

log = logging.getLogger(__name__)

_LIKE = 0.6  # of difflib: "RU-BLG" is near RU-BEL, "Belgorod" near no code
_KEYS = tuple(field.name for field in fields(OwnRegion) if field.name != "id")


def read_regions(path: Path) -> RegionsFile:
    """Return what the file says, its ids checked against the gazetteer.

    Raises:
        ConfigError: The file cannot be used; ConfigErrors when it has several faults.
    """
    known = Known(find=gazetteer.base().find, nearest=_nearest)
    return load_regions(path, known)


def _nearest(text: str) -> Place | None:
    """Return the place of the gazetteer that somebody who wrote `text` as an id means."""
    base = gazetteer.base()
    exact = [base.find(each.place.id) for each in resolve(text) if each.score >= EXACT]
    if exact:
        return exact[0]
    codes = [place.id for place in (*base.countries(), *base.regions())]
    near = get_close_matches(text.upper(), codes, n=1, cutoff=_LIKE)
    return base.find(near[0]) if near else None


def inspect_regions(path: Path) -> list[str]:
    """Return lines on what the file says, and on each name that may mean something else.

    Raises:
        ConfigError: As `read_regions`.
    """
    file = read_regions(path)
    found = find_collisions(OwnGazetteer(gazetteer.base(), file.own))
    told = sorted(
        (file.lines[each.region, each.key, each.name], index, each)
        for index, each in enumerate(found)
    )
    return [f"{path}: {summary(file.own)}, no errors"] + [
        f"{path}:{line}: {f'{each.region} ' if each.region else ''}{each.key}: "
        f"{each.name} {each.text}"
        for line, _, each in told
    ]


def use_regions(path: Path | None) -> "RegionsDiff":
    """Use what the file says from now on, in this process; without a file nothing.

    A text that is being read meanwhile is read to its end with what was known before.

    Returns:
        What that changed; it is in the log, too.

    Raises:
        ConfigError: As `read_regions`; then nothing has changed.
    """
    own = OwnRegions() if path is None else read_regions(path).own
    return apply_regions(own)


def apply_regions(own: OwnRegions) -> "RegionsDiff":
    """Use `own` from now on, in this process; return what that changed."""
    diff = diff_regions(gazetteer.load().own, own)
    if diff:
        gazetteer.use(OwnGazetteer(gazetteer.base(), own) if own else None)
        log.info("own regions configured: %s; %s", summary(own), diff)
    return diff


def summary(own: OwnRegions) -> str:
    """Return in words how much `own` says."""
    places = sum(len(region.places) for region in own.regions)
    counts = {"region": len(own.regions), "place": places, "group": len(own.groups)}
    return ", ".join(f"{n} {name}{'s' * (n != 1)}" for name, n in counts.items())


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionsDiff:
    """What a new regions.yaml changes, by the ids of regions and the names of groups.

    `changed` names the keys that differ, too.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Return whether anything changes."""
        return bool(self.added or self.removed or self.changed or self.groups)

    def __str__(self) -> str:
        """Return one line for the log."""
        parts = [
            named(word, names)
            for word, names in (
                ("added", self.added),
                ("removed", self.removed),
                ("changed", self.changed),
                ("groups changed", self.groups),
            )
            if names
        ]
        return "; ".join(parts) or "nothing changed"


def diff_regions(before: OwnRegions, after: OwnRegions) -> RegionsDiff:
    """Return what changes when `after` takes the place of `before` (pure)."""
    old = {region.id: region for region in before.regions}
    new = {region.id: region for region in after.regions}
    changed = []
    for place_id in new.keys() & old.keys():
        differ = [
            k for k in _KEYS if getattr(old[place_id], k) != getattr(new[place_id], k)
        ]
        if differ:
            changed.append(f"{place_id}: {' '.join(differ)}")
    groups = before.groups.keys() | after.groups.keys()
    return RegionsDiff(
        added=tuple(sorted(new.keys() - old.keys())),
        removed=tuple(sorted(old.keys() - new.keys())),
        changed=tuple(sorted(changed)),
        groups=tuple(
            sorted(n for n in groups if before.groups.get(n) != after.groups.get(n))
        ),
    )
