"""regions.yaml, version 1: what an admin adds to the gazetteer.

All faults of a file are reported at once, each as ``regions.yaml:12: regions[3].id: …``.
What the gazetteer knows is asked through two functions, so that this module knows of it
only what it must.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from bot.config.checking import Check
from bot.config.feed_values import read_language
from bot.config.region_values import (
    make_place_id,
    read_group,
    read_latitude,
    read_longitude,
    read_name,
    read_place_id,
    read_place_name,
    read_size,
    same_name_key,
)
from bot.config.yaml import Mapping as YamlMapping
from bot.config.yaml import Node, Sequence, parse_yaml, read_capped
from bot.domain.model import Kind, Place
from bot.domain.own_regions import Name, OwnPlace, OwnRegion, OwnRegions, Size

VERSION = 1
TOP_KEYS = ("version", "regions", "groups")
REGION_KEYS = ("id", "aliases", "places", "context", "exclude", "require_context")
PLACE_KEYS = ("name", "type", "lat", "lon", "id")
MAX_NAMES = 10_000  # of a file; with their forms they take 50 MB, and 5 s to read
MAX_GROUPS = 100
MAX_MEMBERS = 200  # places of a group: all regions of three countries

_REGION = "- id: RU-BEL"
_PLACE = "- name: {en: Gogolevka, ru: Гоголевка}"
_NAMES = "{ru: [Белогорье], en: [Belogorye]}"


class Known(NamedTuple):
    """What the gazetteer answers: the place with an id, and the place that a text means."""

    find: Callable[[str], Place | None]
    nearest: Callable[[str], Place | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionsFile:
    """regions.yaml as read.

    `lines` has the line of each name, by the id of its region (empty for groups), by the
    key that it stands under, and by the name itself.
    """

    own: OwnRegions
    lines: Mapping[tuple[str, str, str], int] = field(default_factory=dict)


def load_regions(path: Path, known: Known) -> RegionsFile:
    """Return what the file `path` says.

    Raises:
        ConfigError: The file cannot be used; ConfigErrors when it has several faults.
    """
    return parse_regions(read_capped(path), known, str(path))


def parse_regions(body: bytes, known: Known, name: str = "regions.yaml") -> RegionsFile:
    """Return what `body` says; `name` is the file's name for messages.

    Raises:
        ConfigError: As `load_regions`.
    """
    check = _Regions(name, known)
    found = check.read_file(parse_yaml(body, name))
    check.finish()
    return RegionsFile(own=found, lines=check.lines)


class _Regions(Check):
    """Reads regions.yaml."""

    def __init__(self, name: str, known: Known) -> None:
        super().__init__(name)
        self.lines: dict[tuple[str, str, str], int] = {}
        self._known = known
        self._ids: dict[str, int] = {}  # of regions and places of the file, their lines
        self._names = 0

    def read_file(self, root: Node) -> OwnRegions:
        top = self.mapping(
            root, "", TOP_KEYS, required=("version",), example=f"version: {VERSION}"
        )
        self.version(top, VERSION)
        regions = [
            self._region(node, f"regions[{index}]")
            for index, node in enumerate(
                self.items(
                    top.get("regions"), "regions", f"lines that begin with {_REGION}"
                )
            )
        ]
        groups = self._groups(top.get("groups"))
        if self._faults:
            return OwnRegions()  # what is wrong twice need not make sense
        return OwnRegions(regions=tuple(r for r in regions if r is not None), groups=groups)

    def _region(self, node: Node, key: str) -> OwnRegion | None:
        fields = self.mapping(node, key, REGION_KEYS, required=("id",), example=_REGION)
        region_id = self.value(fields, key, "id", self._known_id)
        place = None
        if region_id is not None:
            place = self._known.find(region_id)
            self._take_id(region_id, fields["id"].line, f"{key}.id")
        at = region_id or key
        words = {
            name: self._words(fields.get(name), key, at, name)
            for name in ("context", "exclude", "require_context")
        }
        aliases: tuple[Name, ...] = ()
        if "aliases" in fields:
            aliases = self._names_of(fields["aliases"], f"{key}.aliases", at, "aliases")
        places = self._places(fields.get("places"), f"{key}.places", at, place)
        if region_id is None:
            return None
        return OwnRegion(id=region_id, aliases=aliases, places=places, **words)

    def _known_id(self, text: str) -> str:
        """Return the id of a place of the gazetteer, or of the file.

        Raises:
            ValueError: There is no such place.
        """
        if self._known.find(text) is not None:
            return text
        near = self._known.nearest(text)
        hint = (
            f"did you mean {near.id} ({near.names['en']})?"
            if near is not None
            else "`tocsin resolve NAME` tells the ids of places"
        )
        msg = f"{text!r} is no id of the gazetteer; {hint}"
        raise ValueError(msg)

    def _take_id(self, place_id: str, line: int, key: str, hint: str = "") -> None:
        if place_id in self._ids:
            first = self._ids[place_id]
            self.add(line, key, f"{place_id} is described in line {first} already{hint}")
        self._ids.setdefault(place_id, line)

    def _words(self, node: Node | None, key: str, at: str, name: str) -> tuple[str, ...]:
        """Return the words or phrases of a list."""
        items = self.items(node, f"{key}.{name}", "[Гладков, Hladkov]")
        found = [
            (item.line, f"{key}.{name}[{index}]", text)
            for index, item in enumerate(items)
            if (text := self.read(item, f"{key}.{name}[{index}]", read_name)) is not None
        ]
        return self._once(found, at, name)

    def _once(
        self, found: list[tuple[int, str, str]], at: str, name: str
    ) -> tuple[str, ...]:
        """Return texts, each with its line and key; one that stands twice is a fault."""
        seen: dict[str, int] = {}
        for line, key, text in found:
            self.lines.setdefault((at, name, text), line)
            self._count(line, key)
            same = same_name_key(text)
            if same in seen:
                self.add(line, key, f"{text} stands in line {seen[same]} already")
            seen.setdefault(same, line)
        return tuple(text for _, _, text in found)

    def _count(self, line: int, key: str) -> None:
        self._names += 1
        if self._names == MAX_NAMES + 1:
            self.add(line, key, f"is one name too many: a file has at most {MAX_NAMES:,}")

    def _names_of(self, node: Node, key: str, at: str, name: str) -> tuple[Name, ...]:
        """Return names by language; each is one text or a list of them."""
        if not isinstance(node, YamlMapping):
            self.add(node.line, key, f"must be names by language, such as {_NAMES}")
            return ()
        names: list[Name] = []
        for code, value in node.items.items():
            here = f"{key}.{code}"
            try:
                language = read_language(code)
            except ValueError as exc:
                self.add(node.key_lines[code], here, str(exc))
                continue
            several = value.items if isinstance(value, Sequence) else (value,)
            if not several:
                self.add(value.line, here, "has no name; write one or delete the key")
            found = [
                (item.line, here, text)
                for item in several
                if (text := self.read(item, here, read_place_name)) is not None
            ]
            texts = self._once(found, at, name)
            names += [Name(text=text, language=language) for text in texts]
        return tuple(names)

    def _places(
        self, node: Node | None, key: str, at: str, region: Place | None
    ) -> tuple[OwnPlace, ...]:
        if node is not None and region is not None and region.kind is Kind.SETTLEMENT:
            reason = "stand in a region, a district or a country; this is a settlement"
            self.add(node.line, key, reason)
            return ()
        found = [
            self._place(item, f"{key}[{index}]", at)
            for index, item in enumerate(
                self.items(node, key, f"lines that begin with {_PLACE}")
            )
        ]
        return tuple(place for place in found if place is not None)

    def _place(self, node: Node, key: str, at: str) -> OwnPlace | None:
        fields = self.mapping(node, key, PLACE_KEYS, required=("name",), example=_PLACE)
        names: tuple[Name, ...] = ()
        if "name" in fields:
            names = self._names_of(fields["name"], f"{key}.name", at, "places")
        size = self.value(fields, key, "type", read_size)
        latitude = self.value(fields, key, "lat", read_latitude)
        longitude = self.value(fields, key, "lon", read_longitude)
        for one, other in (("lat", "lon"), ("lon", "lat")):
            if one in fields and other not in fields:
                self.add(fields[one].line, f"{key}.{one}", f"needs {other}, too")
        given = self.value(fields, key, "id", read_place_id)
        if not names or (latitude is None) != (longitude is None):
            return None
        place_id = given or make_place_id(at, names)
        line = fields["id"].line if given else node.line
        if self._known.find(place_id) is not None:
            reason = f"{place_id} is a place of the gazetteer; choose another id"
            self.add(line, f"{key}.id", reason)
        if given:
            self._take_id(place_id, line, f"{key}.id")
        else:
            self._take_id(place_id, line, key, "; delete one, or give this one an id")
        return OwnPlace(
            id=place_id,
            names=names,
            size=size or Size.VILLAGE,
            latitude=latitude,
            longitude=longitude,
        )

    def _groups(self, node: Node | None) -> dict[str, tuple[str, ...]]:
        if node is None:
            return {}
        if not isinstance(node, YamlMapping):
            self.add(
                node.line, "groups", "must have names, such as border: [RU-BEL, UA-59]"
            )
            return {}
        groups: dict[str, tuple[str, ...]] = {}
        seen: dict[str, int] = {}
        for index, (name, value) in enumerate(node.items.items()):
            key, line = f"groups.{name}", node.key_lines[name]
            try:
                same = same_name_key(read_group(name))
            except ValueError as exc:
                self.add(line, key, str(exc))
                continue
            if same in seen:
                self.add(line, key, f"is the same name as in line {seen[same]}")
            if index == MAX_GROUPS:
                self.add(line, key, f"is one too many: a file has at most {MAX_GROUPS}")
            seen.setdefault(same, line)
            self.lines["", "groups", name] = line
            groups[name] = self._members(value, key)
        return groups

    def _members(self, node: Node, key: str) -> tuple[str, ...]:
        items = self.items(node, key, "[RU-BEL, UA-59]")
        if isinstance(node, Sequence) and not 1 <= len(items) <= MAX_MEMBERS:
            self.add(node.line, key, f"must have 1 to {MAX_MEMBERS} ids")
        found: dict[str, int] = {}
        for index, item in enumerate(items):
            here = f"{key}[{index}]"
            place_id = self.read(item, here, self._member)
            if place_id in found:
                self.add(item.line, here, f"{place_id} stands there twice")
            elif place_id is not None:
                found[place_id] = item.line
        return tuple(found)

    def _member(self, text: str) -> str:
        return text if text in self._ids else self._known_id(text)
