"""The one way from text to Telegram HTML.

A value of `Html` is a list of runs: visible text with the tags around it. Its only ways in
are text, tags of a fixed list, and links to the web, so what a feed or a person wrote is
never markup. Tags are written last: cutting works on the visible text and can break neither
a tag nor a surrogate pair.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.deliver.plain import clean, clip, is_web_url, units
from bot.domain.model import TextLink

MAX_TEXT = 4096  # Bot API, sendMessage: UTF-16 units after entities parsing
MAX_ENTITIES = 100  # Bot API server: entities of a message
MAX_RAW = 32_000  # Bot API server refuses more than 32,768 bytes before parsing
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class _Tag:
    """An opening tag; `href` of a link only."""

    name: str
    href: str | None = None

    @property
    def opening(self) -> str:
        if self.href is not None:
            return f'<a href="{_escape(self.href).replace(chr(34), "&quot;")}">'
        return f"<{self.name}>"

    @property
    def closing(self) -> str:
        return f"</{self.name}>"


@dataclass(frozen=True, slots=True)
class _Run:
    """Visible text, and the tags around it from the outermost in."""

    text: str
    tags: tuple[_Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Html:
    """A piece of a message; make it with `text`, `bold`, `link` and their like."""

    _runs: tuple[_Run, ...] = ()

    def __add__(self, other: "str | Html") -> "Html":
        """Put text or another piece after this one."""
        return Html(self._runs + _runs(other))

    def __radd__(self, other: str) -> "Html":
        """Put text before this piece."""
        return Html(_runs(other) + self._runs)

    def __bool__(self) -> bool:
        """Whether there is anything to see."""
        return any(run.text for run in self._runs)

    @property
    def text(self) -> str:
        """The visible text."""
        return "".join(run.text for run in self._runs)

    @property
    def length(self) -> int:
        """Length of the visible text as Telegram counts it, in UTF-16 units."""
        return units(self.text)

    def cut(self, limit: int = MAX_TEXT) -> "Html":
        """Return the piece with at most `limit` UTF-16 units to see, "…" after a cut."""
        if self.length <= limit:
            return self
        room, index = limit, 0
        # A run that just fits leaves no room for the ellipsis, so it is cut as well, unless
        # nothing follows; then all would fit, and this line would not be reached.
        while (size := units(self._runs[index].text)) < room:
            room -= size
            index += 1
        last = self._runs[index]
        cut = _Run(clip(last.text, room, always=True), last.tags)
        return Html((*self._runs[:index], cut))

    @property
    def html(self) -> str:
        """The markup for ``parse_mode=HTML``, within every limit of the Bot API."""
        return "".join(_markup(_within_limits(_runs(self.cut()))))

    @property
    def plain(self) -> str:
        """The same without markup: for when Telegram cannot parse it.

        Links are written out; if there is no room for all of them, they are in `links`.
        """
        written = self._written_out
        return written if units(written) <= MAX_TEXT else self.cut().text

    @property
    def links(self) -> tuple[TextLink, ...]:
        """Where in `plain` the links stand that it does not write out."""
        if units(self._written_out) <= MAX_TEXT:
            return ()
        found: list[TextLink] = []
        offset = 0
        for run in _runs(self.cut()):
            length = units(run.text)
            found.extend(
                TextLink(offset=offset, length=length, url=tag.href)
                for tag in run.tags
                if tag.href and length
            )
            offset += length
        return tuple(found[:MAX_ENTITIES])

    @property
    def _written_out(self) -> str:
        parts: list[str] = []
        for run in self._runs:
            parts.append(run.text)
            parts.extend(f" ({tag.href})" for tag in run.tags if tag.href)
        return "".join(parts)


def text(value: str) -> Html:
    """Return `value` as visible text."""
    return Html(_runs(value))


def bold(*parts: str | Html) -> Html:
    """Return the parts in bold."""
    return _wrapped(_Tag("b"), parts)


def italic(*parts: str | Html) -> Html:
    """Return the parts in italics."""
    return _wrapped(_Tag("i"), parts)


def code(value: str) -> Html:
    """Return `value` in a fixed-width font; a tap copies it."""
    return _wrapped(_Tag("code"), (value,))


def quote(*parts: str | Html) -> Html:
    """Return the parts as a quotation."""
    return _wrapped(_Tag("blockquote"), parts)


def link(label: str, url: str | None) -> Html:
    """Return `label` as a link, or as text if `url` does not lead to the web."""
    if url is None or not is_web_url(url):
        return text(label)
    return _wrapped(_Tag("a", url), (label,))


def join(separator: str, parts: Iterable[str | Html]) -> Html:
    """Return the parts with `separator` between them."""
    runs: list[_Run] = []
    for index, part in enumerate(parts):
        runs.extend((*(_runs(separator) if index else ()), *_runs(part)))
    return Html(tuple(runs))


def fill(template: str, **values: str | Html | int) -> Html:
    """Return `template` with each ``{name}`` replaced, values and template as text.

    For translated sentences: a translator can move a value, but cannot add markup, and a
    placeholder that is not among `values` stays as written.
    """
    runs: list[_Run] = []
    for index, piece in enumerate(_PLACEHOLDER.split(template)):
        if index % 2 == 0:
            runs.extend(_runs(piece))
        else:
            value = values.get(piece, f"{{{piece}}}")
            runs.extend(_runs(value if isinstance(value, Html) else str(value)))
    return Html(tuple(runs))


def _runs(value: str | Html) -> tuple[_Run, ...]:
    if isinstance(value, Html):
        return value._runs  # noqa: SLF001  # the type's own module
    return (_Run(clean(value)),) if value else ()


def _wrapped(tag: _Tag, parts: Iterable[str | Html]) -> Html:
    """Return the parts with `tag` around them; the same tag inside is dropped."""
    return Html(
        tuple(
            _Run(run.text, (tag, *(t for t in run.tags if t.name != tag.name)))
            for part in parts
            for run in _runs(part)
        )
    )


def _escape(value: str) -> str:
    """Escape what parse_html of the Bot API server takes as markup."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _within_limits(runs: tuple[_Run, ...]) -> Iterator[_Run]:
    """Yield the runs; tags that would be one too many are left out, the text is kept."""
    entities = MAX_ENTITIES
    raw = MAX_RAW - sum(len(_escape(run.text).encode()) for run in runs)
    for run in runs:
        cost = sum(len((tag.opening + tag.closing).encode()) for tag in run.tags)
        if len(run.tags) > entities or cost > raw:
            yield _Run(run.text)
            continue
        entities -= len(run.tags)
        raw -= cost
        yield run


def _markup(runs: Iterable[_Run]) -> Iterator[str]:
    """Yield the markup: tags that two neighbours share stay open between them."""
    opened: tuple[_Tag, ...] = ()
    for run in runs:
        if not run.text:
            continue
        shared = 0
        for ours, theirs in zip(opened, run.tags, strict=False):
            if ours != theirs:
                break
            shared += 1
        yield from (tag.closing for tag in reversed(opened[shared:]))
        yield from (tag.opening for tag in run.tags[shared:])
        yield _escape(run.text)
        opened = run.tags
    yield from (tag.closing for tag in reversed(opened))
