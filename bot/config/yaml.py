"""A strict reader of YAML 1.2 that knows the line of everything it read.

YAML 1.2 leaves ``NO`` and ``22:30`` as text. What lets a small file explode or hides a
mistake is refused: anchors and aliases, tags, merge keys, keys given twice, several
documents, deep nesting, big files. A YAML error is a ConfigError that names file and line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from bot.domain.errors import ConfigError

MAX_BYTES = 4_000_000  # 10,000 feeds with all their keys, and comments
MAX_DEPTH = 16  # feeds.yaml needs 4

# What an escape can name: controls, and half a letter, which no database takes.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A single value: text, number, bool or None; `text` is how it was written."""

    value: str | int | float | bool | None
    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Keys with their values; `key_lines` says where each key stands."""

    items: dict[str, "Node"]
    key_lines: dict[str, int]
    line: int


Node = Scalar | Sequence | Mapping


def read_capped(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes of `path`.

    Raises:
        ConfigError: It cannot be read, or it has more than `limit` bytes.
    """
    try:
        with path.open("rb") as file:
            body = file.read(limit + 1)
    except OSError as exc:
        reason = f"cannot be read: {exc.strerror or type(exc).__name__}"
        raise ConfigError(str(path), reason) from exc
    if len(body) > limit:
        raise ConfigError(str(path), f"is larger than {limit:,} bytes")
    return body


def parse_yaml(body: bytes, name: str) -> Node:
    """Return the content of `body`; `name` is the file's name for messages.

    Raises:
        ConfigError: It is not YAML as this module allows it.
    """
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as exc:
        newlines = body.count(b"\n", 0, exc.start)
        where = f"{name}:{newlines + 1}"
        raise ConfigError(where, "is not UTF-8; save the file as UTF-8") from exc
    reader = _Reader(name)
    line = 0
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            line = event.start_mark.line
            reader.take(event)
    except MarkedYAMLError as exc:
        mark = exc.problem_mark or exc.context_mark
        where = f"{name}:{(mark.line if mark else line) + 1}"
        problem = re.sub(r"\s+", " ", str(exc.problem or exc.context))
        raise ConfigError(where, f"not YAML: {problem}") from exc
    except ReaderError as exc:  # reads ahead, so that `line` is too early
        line = text.count("\n", 0, exc.position)
        reason = f"the character U+{ord(text[exc.position]):04X} is not allowed"
        raise ConfigError(f"{name}:{line + 1}", reason) from exc
    except YAMLError as exc:
        problem = re.sub(r"\s+", " ", str(exc))
        where = f"{name}:{line + 1}"
        raise ConfigError(where, f"not YAML: {problem}") from exc
    if reader.root is None:
        raise ConfigError(name, "is empty")
    return reader.root


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read."""

    event: SequenceStartEvent | MappingStartEvent
    items: list[Node]
    keys: dict[str, int]
    key: str | None = None


class _Reader:
    """Turns the parser's events into nodes without recursion, so depth cannot crash it."""

    def __init__(self, name: str) -> None:
        self.root: Node | None = None
        self._name = name
        self._open: list[_Open] = []

    def take(self, event: Event) -> None:
        """Take the next event.

        Raises:
            ConfigError: The event is something that this module refuses.
        """
        line = event.start_mark.line + 1
        self._refuse(event, line)
        match event:
            case ScalarEvent() if self._is_key_next():
                self._take_key(event, line)
            case ScalarEvent():
                self._close(_scalar(event, self._line_of_key(event) or line), line)
            case SequenceStartEvent() | MappingStartEvent():
                if self._is_key_next():
                    raise self._error(line, "a key must be a single word")
                if len(self._open) == MAX_DEPTH:
                    raise self._error(line, f"is nested deeper than {MAX_DEPTH} levels")
                self._open.append(_Open(event, [], {}))
            case SequenceEndEvent():
                done = self._open.pop()
                start = done.event.start_mark.line + 1
                self._close(Sequence(items=tuple(done.items), line=start), line)
            case MappingEndEvent():
                done = self._open.pop()
                start = done.event.start_mark.line + 1
                items = dict(zip(done.keys, done.items, strict=True))
                self._close(Mapping(items=items, key_lines=done.keys, line=start), line)
            case _:
                pass  # stream and document marks

    def _refuse(self, event: Event, line: int) -> None:
        reason = next(_faults(event), None)
        if reason is None and isinstance(event, DocumentStartEvent) and self.root:
            reason = "only one document is allowed; remove the line ---"
        if reason is not None:
            raise self._error(line, reason)

    def _error(self, line: int, reason: str) -> ConfigError:
        return ConfigError(f"{self._name}:{line}", reason)

    def _is_key_next(self) -> bool:
        """Return True if what comes next stands left of a colon."""
        if not self._open or not isinstance(self._open[-1].event, MappingStartEvent):
            return False
        return self._open[-1].key is None

    def _line_of_key(self, event: ScalarEvent) -> int | None:
        """Return the key's line if the value is missing: its own is the next word's."""
        if event.value or event.style is not None or not self._open:
            return None
        key = self._open[-1].key
        return None if key is None else self._open[-1].keys[key]

    def _take_key(self, event: ScalarEvent, line: int) -> None:
        mapping = self._open[-1]
        if event.value == "<<" and event.style is None:
            raise self._error(line, "merge keys (<<) are not allowed")
        if event.value in mapping.keys:
            first = mapping.keys[event.value]
            raise self._error(line, f"{event.value} is given twice, first in line {first}")
        mapping.keys[event.value] = line
        mapping.key = event.value

    def _close(self, node: Node, line: int) -> None:
        """Put a finished node where it belongs."""
        if self._open:
            self._open[-1].items.append(node)
            self._open[-1].key = None
        elif self.root is None:
            self.root = node
        else:
            raise self._error(line, "only one document is allowed")


def _faults(event: Event) -> Iterator[str]:
    """Yield why `event` is refused, whatever surrounds it."""
    if isinstance(event, AliasEvent):
        yield "aliases (*name) are not allowed; put text that begins with * into quotes"
    elif isinstance(event, NodeEvent) and event.anchor is not None:
        yield "anchors (&name) are not allowed; put text that begins with & into quotes"
    elif isinstance(event, (ScalarEvent, SequenceStartEvent, MappingStartEvent)):
        if isinstance(event, ScalarEvent) and (found := _FORBIDDEN.search(event.value)):
            yield f"the character U+{ord(found[0]):04X} is not allowed"
        if event.tag is not None:
            yield "tags (!name) are not allowed; put text that begins with ! into quotes"
    elif isinstance(event, DocumentStartEvent) and (event.version or event.tags):
        yield "directives (%YAML, %TAG) are not allowed"


def _scalar(event: ScalarEvent, line: int) -> Scalar:
    """Return a scalar's value: quoted is text, plain as YAML 1.2's core schema says."""
    text: str = event.value
    value: str | int | float | bool | None = text
    if event.style is None:
        if text in _WORDS:
            value = _WORDS[text]
        elif _INT.fullmatch(text) and len(text) <= 20:  # noqa: PLR2004  # beyond 64 bits
            value = int(text)
        elif _FLOAT.fullmatch(text):
            value = float(text)
    return Scalar(value=value, text=text, line=line)
