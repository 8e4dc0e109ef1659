"""A chat's settings as a file: what ``/export`` writes and ``/import`` reads (pure).

A value that cannot be used is named and left out, and all others are taken: nothing is lost
by a slip in a file that people edit by hand.
"""

import json
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from bot.config.portable_values import (
    READERS,
    UNUSABLE,
    read_instant,
    settings_of,
    write_instant,
)
from bot.domain.chats import Chat, Mute, MuteKind
from bot.i18n import mark

FORMAT: Final = "tocsin-settings"
VERSION: Final = 1
MAX_BYTES: Final = 2**20  # 300 subscriptions of the longest queries are a third of it
MAX_ITEMS: Final = 1000  # subscriptions or mutes that are looked at

_CANNOT_USE: Final = mark("{value} cannot be used here; write for example {example}.")
_NO_FIELD: Final = mark("There is no such field; it is left out.")
_NO_OBJECT: Final = mark("Here a list or an object is missing.")
_TOO_MANY: Final = mark("Only the first {count} are read.")
_STORY: Final = mark("A muted story cannot be carried over.")
_NO_JSON: Final = mark(
    "It is not JSON: line {line}, column {column} cannot be read. Export the "
    "settings again, or correct that line."
)
_NO_SETTINGS: Final = mark(
    "It is not a file of /export: it does not begin with {example}. Take a file "
    "that /export made."
)
_OTHER_VERSION: Final = mark(
    "It is of version {value}, and I read version {version}. Ask for a newer version of "
    "this bot, or export the file from one like it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What cannot be used: where in the file, and a message of the catalog for it."""

    where: str = ""
    message: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PortableSubscription:
    """A subscription of a file; `where` says which."""

    where: str
    query: str | None
    regions: tuple[str, ...]
    is_urgent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PortableMute:
    """A mute of a file; `where` says which."""

    where: str
    kind: MuteKind
    words: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Portable:
    """A file as read; `settings` are values of `Chat` by the names of its fields."""

    settings: Mapping[str, Any]
    subscriptions: tuple[PortableSubscription, ...] = ()
    mutes: tuple[PortableMute, ...] = ()
    problems: tuple[Problem, ...] = ()


def render(
    chat: Chat,
    subscriptions: Sequence[Mapping[str, object]],
    mutes: Sequence[Mute],
    *,
    now: datetime,
) -> str:
    """Return the file; `subscriptions` have the keys of the format."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": write_instant(now),
        "settings": settings_of(chat),
        "subscriptions": list(subscriptions),
        "mutes": [
            {
                "kind": mute.kind.value,
                "words": mute.words,
                "until": write_instant(mute.until) if mute.until else None,
            }
            for mute in mutes
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def parse(body: bytes) -> Portable | Problem:
    """Return what a file says; a `Problem` if nothing of it can be used."""
    example = json.dumps({"format": FORMAT})
    if not body.removeprefix(BOM_UTF8).lstrip().startswith(b"{"):  # a picture, a letter
        return Problem(message=_NO_SETTINGS, values={"example": example})
    try:
        document = json.loads(body.decode("utf-8-sig"))
    except json.JSONDecodeError as exc:
        return Problem(message=_NO_JSON, values={"line": exc.lineno, "column": exc.colno})
    except (ValueError, RecursionError):  # bytes that are no text, numbers of 5000 digits
        return Problem(message=_NO_JSON, values={"line": 1, "column": 1})
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        return Problem(message=_NO_SETTINGS, values={"example": example})
    version = document.get("version")
    if version != VERSION or isinstance(version, bool):
        return Problem(
            message=_OTHER_VERSION, values={"value": _shown(version), "version": VERSION}
        )
    problems: list[Problem] = []
    known = {"format", "version", "exported_at", "settings", "subscriptions", "mutes"}
    _refuse_others(document, known, "", problems)
    return Portable(
        settings=parse_settings(document.get("settings"), problems),
        subscriptions=tuple(_subscriptions(document.get("subscriptions"), problems)),
        mutes=tuple(_mutes(document.get("mutes"), problems)),
        problems=tuple(problems),
    )


def parse_settings(found: object, problems: list[Problem]) -> dict[str, Any]:
    """Return the settings that can be used, by the fields of `Chat`."""
    if found is None:
        return {}
    if not isinstance(found, dict):
        problems.append(Problem(where="settings", message=_NO_OBJECT))
        return {}
    _refuse_others(found, READERS.keys(), "settings.", problems)
    settings = {}
    for name, (read, example) in READERS.items():
        if name not in found:
            continue
        try:
            settings[name] = read(found[name])
        except UNUSABLE:
            problems.append(_unusable(f"settings.{name}", found[name], example))
    return settings


def _subscriptions(
    found: object, problems: list[Problem]
) -> Iterator[PortableSubscription]:
    for where, item in _items(found, "subscriptions", problems):
        known = {"query", "regions", "names", "urgent"}
        _refuse_others(item, known, f"{where} ", problems)
        query, regions = item.get("query"), item.get("regions") or []
        is_urgent = item.get("urgent", False)
        is_list = isinstance(regions, list) and all(isinstance(r, str) for r in regions)
        if not is_list or not isinstance(query, str | None) or not (query or regions):
            example = '{"query": "dam", "regions": ["UA-59"]}'
            problems.append(_unusable(where, item, example))
            continue
        if not isinstance(is_urgent, bool):
            problems.append(_unusable(f"{where} urgent", is_urgent, "true"))
        yield PortableSubscription(
            where=where,
            query=query or None,
            regions=tuple(regions),
            is_urgent=is_urgent is True,
        )


def _mutes(found: object, problems: list[Problem]) -> Iterator[PortableMute]:
    for where, item in _items(found, "mutes", problems):
        _refuse_others(item, {"kind", "words", "until"}, f"{where} ", problems)
        kind, words, until = item.get("kind"), item.get("words"), item.get("until")
        if kind == MuteKind.STORY:
            problems.append(Problem(where=where, message=_STORY))
            continue
        is_known = kind in {MuteKind.OUTLET.value, MuteKind.WORDS.value}
        if not is_known or not isinstance(words, str) or not words.strip():
            problems.append(_unusable(where, item, '{"kind": "words", "words": "dam"}'))
            continue
        try:
            end = read_instant(until) if until is not None else None
        except (ValueError, TypeError):
            example = '"2026-12-31T12:00:00Z"'
            problems.append(_unusable(f"{where} until", until, example))
            continue
        yield PortableMute(where=where, kind=MuteKind(str(kind)), words=words, until=end)


def _items(
    found: object, name: str, problems: list[Problem]
) -> Iterator[tuple[str, dict[str, Any]]]:
    if found is None:
        return
    if not isinstance(found, list):
        problems.append(Problem(where=name, message=_NO_OBJECT))
        return
    if len(found) > MAX_ITEMS:
        problems.append(Problem(where=name, message=_TOO_MANY, values={"count": MAX_ITEMS}))
    for number, item in enumerate(found[:MAX_ITEMS], start=1):
        where = f"{name} #{number}"
        if isinstance(item, dict):
            yield where, item
        else:
            problems.append(Problem(where=where, message=_NO_OBJECT))


def _refuse_others(
    found: Mapping[str, object], known: Any, before: str, problems: list[Problem]
) -> None:
    for name in found:
        if name not in known:
            where = f"{before}{_shown(name)}"
            problems.append(Problem(where=where, message=_NO_FIELD))


def _unusable(where: str, value: object, example: str) -> Problem:
    return Problem(
        where=where,
        message=_CANNOT_USE,
        values={"value": _shown(value), "example": example},
    )


def _shown(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:60]}…"  # noqa: PLR2004  # a line of a phone
