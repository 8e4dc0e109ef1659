"""Looks over a document before feedparser does: limits, and where its entries are (pure).

feedparser is quadratic in attributes and slow on depth and on masses of entries; expat
sees all three in one pass that costs next to nothing. An ill-formed document is looked
over only as far as expat gets; for the rest there is the worker's deadline.
"""

from dataclasses import dataclass, field
from xml.parsers import expat

from bot.parse.prefixes import Binding

MAX_DEPTH = 100
MAX_ATTRIBUTES = 256

FEED_ROOTS = frozenset({"rss", "rdf", "feed", "channel"})
_ENTRY_NAMES = frozenset({"item", "entry"})
_AFTER_NAME = frozenset(b" \t\r\n>/")


class LimitError(Exception):
    """The document exceeds a limit; the text says which."""


class _StopError(Exception):
    """Ends expat's pass: what comes is not needed."""


@dataclass(slots=True, kw_only=True)
class Scan:
    """What expat saw of a document.

    Attributes:
        entries: Byte range of each entry, outermost ones only.
        complete: It is well-formed, its namespaces too.
        is_feed: Its root is one of a feed.
        doctype: It has a document type declaration.
        declares: It declares entities; expat went no further.
        frame: The start tags around the entries, None if they are not the same for all
            or if an entry lies in another: then slices have no meaning of their own.
        bindings: Each prefix (None: the default) with each namespace that it stands for.
    """

    entries: list[tuple[int, int]] = field(default_factory=list)
    complete: bool = False
    is_feed: bool = False
    doctype: bool = False
    declares: bool = False
    frame: str | None = None
    bindings: set[Binding] = field(default_factory=set)


def scan(body: bytes) -> Scan:
    """Return what expat sees of `body` (UTF-8, whatever it declares).

    Raises:
        LimitError: Too deep, or a tag with too many attributes.
    """
    found = _Scanner(body, " ").run()
    if found.is_feed and not (found.complete or found.declares):
        # a prefix that is not bound ends that pass, but not what feedparser does
        _Scanner(body, None).run()
    return found


def find_fault(body: bytes) -> int | None:
    """Return the line in which `body` (UTF-8) stops being well-formed, None if it is."""
    parser = expat.ParserCreate("utf-8", " ")
    try:
        parser.Parse(body, True)  # noqa: FBT003  # by position only
    except expat.ExpatError as error:
        return error.lineno
    return None


class _Scanner:
    """One pass of expat."""

    def __init__(self, body: bytes, separator: str | None) -> None:
        self._body = body
        self._separator = " " if separator else ":"
        self._parser = expat.ParserCreate("utf-8", separator)
        self._parser.ordered_attributes = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._entity
        self._parser.StartDoctypeDeclHandler = self._doctype
        if separator:
            self._parser.StartNamespaceDeclHandler = self._namespace
        self._scan = Scan()
        self._depth = 0
        self._entry_depth = 0
        self._entry_start = 0
        self._single = True
        self._plain: set[str] = set()  # names of what is no entry
        self._bound: list[object] = []
        self._open: list[tuple[object, ...]] = []
        self._around: tuple[tuple[object, ...], ...] | None = None

    def run(self) -> Scan:
        try:
            self._parser.Parse(self._body, True)  # noqa: FBT003  # by position only
            self._scan.complete = True
        except (expat.ExpatError, _StopError):
            self._scan.complete = False
        if self._single and self._around is not None:
            self._scan.frame = repr([tags[1:] for tags in self._around])
        return self._scan

    def _start(self, name: str, attributes: list[str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            msg = f"elements nested deeper than {MAX_DEPTH}"
            raise LimitError(msg)
        if len(attributes) > 2 * MAX_ATTRIBUTES:
            msg = f"a tag with more than {MAX_ATTRIBUTES} attributes"
            raise LimitError(msg)
        if self._entry_depth and name in self._plain:
            return
        local = name.rpartition(self._separator)[2].lower()
        if local not in _ENTRY_NAMES:
            self._plain.add(name)
        if self._entry_depth:
            self._single = self._single and local not in _ENTRY_NAMES
            return
        if self._depth == 1:
            self._scan.is_feed = local in FEED_ROOTS
            if not self._scan.is_feed:
                raise _StopError
        if local in _ENTRY_NAMES:
            self._entry_depth = self._depth
            self._entry_start = self._parser.CurrentByteIndex
            around = tuple(self._open)
            self._single = self._single and (self._around is None or self._around == around)
            self._around = around
            self._bound = []
        else:
            # the position tells two tags that look alike apart
            index = self._parser.CurrentByteIndex
            self._open.append((index, name, tuple(attributes), tuple(self._bound)))
            self._bound = []

    def _end(self, _name: str) -> None:
        if self._depth == self._entry_depth:
            self._scan.entries.append((self._entry_start, self._entry_end()))
            self._entry_depth = 0
        elif not self._entry_depth:
            self._open.pop()
        self._depth -= 1

    def _entry_end(self) -> int:
        """Return where it ends; expat stands before the end tag, or behind ``<item/>``."""
        at = self._parser.CurrentByteIndex
        body = self._body
        first = self._entry_start + 1
        last = first
        while body[last] not in _AFTER_NAME:
            last += 1
        end_tag = b"</" + body[first:last]
        if body.startswith(end_tag, at) and body[at + len(end_tag)] in _AFTER_NAME:
            return body.index(b">", at) + 1
        return at

    def _namespace(self, prefix: str | None, uri: str | None) -> None:
        binding = (prefix, uri)
        self._scan.bindings.add(binding)
        if not self._entry_depth:
            self._bound.append(binding)

    def _doctype(self, *_declaration: object) -> None:
        self._scan.doctype = True

    def _entity(self, *_declaration: object) -> None:
        self._scan.declares = True
        raise _StopError
