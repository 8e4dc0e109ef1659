"""Looks over a document before feedparser does, and cuts it to what is safe (pure).

feedparser is quadratic in attributes and slow on depth and on masses of entries; expat
sees all three in one pass that costs next to nothing. An ill-formed document is looked
over only as far as expat gets; for the rest there is the worker's deadline.
"""

import re
from dataclasses import dataclass, field
from xml.parsers import expat

from bot.parse.dates import parse_date

MAX_DEPTH = 100
MAX_ATTRIBUTES = 256
MAX_ENTRIES = 2_000

_ENTRY_NAMES = frozenset({"item", "entry"})
_OPEN = re.compile(rb"<(?:[\w.-]+:)?(?:item|entry)(?=[\s>])")
_CLOSE = re.compile(rb"</(?:[\w.-]+:)?(?:item|entry)\s*>")
_DOCTYPE = re.compile(
    rb"<!DOCTYPE\b[^\[>]*(?:\[[^\]]*\](?:[^\[\]>]*\])*\s*)?>", re.IGNORECASE
)
_DATE = re.compile(
    rb"<(?:\w+:)?(?:pubDate|published|updated|date|modified|issued)\b[^>]*>([^<]{4,100})<",
    re.IGNORECASE,
)


class LimitError(Exception):
    """The document exceeds a limit; the text says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A document that is safe to parse.

    `complete` is False if it is ill-formed; then an entry without its end is cut off.
    """

    body: bytes
    complete: bool


class _StopError(Exception):
    """Ends expat's pass: the document declares entities."""


@dataclass(slots=True)
class _Scan:
    """What expat saw: the byte ranges of the entries, and whether it came to the end."""

    entries: list[tuple[int, int]] = field(default_factory=list)
    complete: bool = False
    declares: bool = False
    _depth: int = 0
    _entry_depth: int = 0
    _start: int = 0

    def run(self, body: bytes) -> None:
        parser = expat.ParserCreate(encoding="utf-8")
        parser.buffer_text = True

        def start(name: str, attributes: list[str]) -> None:
            self._depth += 1
            if self._depth > MAX_DEPTH:
                msg = f"elements nested deeper than {MAX_DEPTH}"
                raise LimitError(msg)
            if len(attributes) > 2 * MAX_ATTRIBUTES:
                msg = f"a tag with more than {MAX_ATTRIBUTES} attributes"
                raise LimitError(msg)
            if not self._entry_depth and name.rpartition(":")[2] in _ENTRY_NAMES:
                self._entry_depth = self._depth
                self._start = parser.CurrentByteIndex

        def end(_name: str) -> None:
            if self._depth == self._entry_depth:
                close = body.find(b">", parser.CurrentByteIndex) + 1
                self.entries.append((self._start, close))
                self._entry_depth = 0
            self._depth -= 1

        def entity(*_declaration: object) -> None:
            self.declares = True
            raise _StopError

        parser.ordered_attributes = True
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.EntityDeclHandler = entity
        try:
            parser.Parse(body, True)  # noqa: FBT003  # expat takes it by position only
            self.complete = True
        except expat.ExpatError:
            self.complete = False
        except _StopError:
            pass


def prepare(body: bytes) -> Prepared:
    """Return `body` (UTF-8) within the limits: no own entities, the newest entries only.

    Raises:
        LimitError: Too deep, or a tag with too many attributes.
    """
    scan = _Scan()
    scan.run(body)
    if scan.declares:
        # what the entities stood for is lost, and with it what they would have blown up to
        body = _DOCTYPE.sub(b"", body, count=1)
        scan = _Scan()
        scan.run(body)
    if scan.declares:
        msg = "it declares entities in a way that cannot be undone"
        raise LimitError(msg)
    if not scan.complete:
        return Prepared(body=_cut_tail(body), complete=False)
    if len(scan.entries) > MAX_ENTRIES:
        body = _keep_newest(body, scan.entries)
    return Prepared(body=body, complete=True)


def _cut_tail(body: bytes) -> bytes:
    """Return an ill-formed `body` without an entry that has no end."""
    closes = [found.end() for found in _CLOSE.finditer(body)]
    if len(closes) > MAX_ENTRIES:
        return body[: closes[MAX_ENTRIES - 1]]
    unfinished = _OPEN.search(body, closes[-1] if closes else 0)
    return body if unfinished is None else body[: unfinished.start()]


def _keep_newest(body: bytes, entries: list[tuple[int, int]]) -> bytes:
    first, last = (_date(body[slice(*entries[index])]) for index in (0, -1))
    oldest_first = first is not None and last is not None and first < last
    dropped = entries[:-MAX_ENTRIES] if oldest_first else entries[MAX_ENTRIES:]
    parts = []
    position = 0
    for start, end in dropped:
        parts.append(body[position:start])
        position = end
    return b"".join((*parts, body[position:]))


def _date(entry: bytes) -> float | None:
    found = _DATE.search(entry)
    at = parse_date(found[1].decode(errors="replace")) if found is not None else None
    return None if at is None else at.timestamp()
