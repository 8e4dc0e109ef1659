"""HTML of ``parse_mode``, read as Telegram reads it.

In: markup. Out: the text and its entities, in UTF-16 units. What can fail: `HtmlError`,
whose text and byte offset are Telegram's. No I/O.
"""

from dataclasses import dataclass

from bot.demo.botapi.errors import JSON
from bot.demo.botapi.html_entities import TAGS, HtmlError, OpenTag, kind_of, sort_entities

_NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
_SPACE = frozenset(b" \t\r\n\v\0")
_NAME_TOKEN = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-")
_MAX_CODE = 0x10FFFF
_MAX_REFERENCE = 10  # bytes of a numeric reference, "&#" included, semicolon not


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A text without its markup, and what the markup said."""

    text: str
    entities: tuple[JSON, ...] = ()


def parse_html(markup: str) -> Parsed:
    """Return the text and the entities of `markup`.

    Raises:
        HtmlError: Telegram would refuse it.
    """
    try:
        source = markup.encode()
    except UnicodeEncodeError as exc:
        msg = "Text must be encoded in UTF-8"
        raise HtmlError(msg) from exc
    return _Parser(source).run()


class _Parser:
    """One pass over the bytes; a position past the end reads as NUL, as in C."""

    def __init__(self, source: bytes) -> None:
        self._source = source
        self._at = 0
        self._out = bytearray()
        self._utf16 = 0
        self._open: list[OpenTag] = []
        self._entities: list[JSON] = []

    def run(self) -> Parsed:
        while self._at < len(self._source):
            byte = self._source[self._at]
            if byte == ord("&") and (char := self._reference()) is not None:
                self._emit(char)
            elif byte != ord("<"):
                # Continuation bytes are no characters; four-byte ones are surrogate pairs.
                self._utf16 += 0 if byte & 0xC0 == 0x80 else 2 if byte >= 0xF0 else 1  # noqa: PLR2004 -- bit patterns of UTF-8
                self._out.append(byte)
                self._at += 1
            elif self._peek(1) == ord("/"):
                self._end_tag()
            else:
                self._start_tag()
        if self._open:
            msg = f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"'
            raise HtmlError(msg)
        try:
            text = self._out.decode()
        except UnicodeDecodeError as exc:
            msg = (
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
            raise HtmlError(msg) from exc
        return Parsed(text=text, entities=tuple(self._finished()))

    def _finished(self) -> list[JSON]:
        for entity in self._entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        return sort_entities(self._entities)

    def _peek(self, ahead: int = 0) -> int:
        at = self._at + ahead
        return self._source[at] if at < len(self._source) else 0

    def _slice(self, begin: int) -> str:
        return self._source[begin : self._at].decode("utf-8", "replace")

    def _emit(self, char: str) -> None:
        self._out += char.encode("utf-8", "surrogatepass")
        self._utf16 += 2 if char > "\uffff" else 1

    def _reference(self) -> str | None:
        """Read a character reference and step over it; None if it stays as it is."""
        end = self._at + 1
        if self._peek(1) == ord("#"):
            is_hex = self._peek(2) == ord("x")
            begin = end = end + (2 if is_hex else 1)
            allowed = b"0123456789abcdefABCDEF" if is_hex else b"0123456789"
            while end < len(self._source) and self._source[end] in allowed:
                end += 1
            if end - self._at >= _MAX_REFERENCE or end == begin:
                return None
            code = int(self._source[begin:end], 16 if is_hex else 10)
            if not 0 < code < _MAX_CODE:
                return None
            char = chr(code)
        else:
            while end < len(self._source) and self._source[end : end + 1].isalpha():
                end += 1
            named = _NAMED.get(self._source[self._at + 1 : end])
            if named is None:
                return None
            char = named
        self._at = end + (1 if self._source[end : end + 1] == b";" else 0)
        return char

    def _skip_space(self) -> None:
        while self._at < len(self._source) and self._source[self._at] in _SPACE:
            self._at += 1

    def _skip_until(self, stop: bytes) -> None:
        while self._peek() not in _SPACE and self._peek() not in stop:
            self._at += 1

    def _start_tag(self) -> None:
        begin = self._at
        self._at += 1
        self._skip_until(b">")
        if self._peek() == 0:
            msg = f"Unclosed start tag at byte offset {begin}"
            raise HtmlError(msg)
        tag = self._slice(begin + 1).lower()
        if tag not in TAGS:
            msg = f'Unsupported start tag "{tag}" at byte offset {begin}'
            raise HtmlError(msg)
        opened = OpenTag(tag=tag, offset=self._utf16, begin=len(self._out))
        while self._peek() != ord(">"):
            self._skip_space()
            if self._peek() == ord(">"):
                break
            name, value = self._attribute(tag, begin)
            opened.attributes[name] = value
        self._at += 1
        if tag == "span" and opened.attributes.get("class") != "tg-spoiler":
            msg = f'Tag "span" must have class "tg-spoiler" at byte offset {begin}'
            raise HtmlError(msg)
        self._open.append(opened)

    def _attribute(self, tag: str, tag_begin: int) -> tuple[str, str]:
        begin = self._at
        self._skip_until(b"=>")
        name = self._slice(begin)
        if not name:
            what = (
                f'Unclosed start tag "{tag}"'
                if self._at >= len(self._source)
                else f'Empty attribute name in the tag "{tag}"'
            )
            msg = f"{what} at byte offset {tag_begin}"
            raise HtmlError(msg)
        self._skip_space()
        if self._peek() not in b"=\0":
            return name, ""  # a flag, as `expandable` of a quotation
        self._at += 1
        self._skip_space()
        if self._at >= len(self._source):
            msg = f'Unclosed start tag "{tag}" at byte offset {tag_begin}'
            raise HtmlError(msg)
        value = self._quoted() if self._peek() in b"'\"" else self._token()
        if self._at >= len(self._source):
            msg = f"Unclosed start tag at byte offset {tag_begin}"
            raise HtmlError(msg)
        return name, value

    def _token(self) -> str:
        begin = self._at
        while self._peek() in _NAME_TOKEN:
            self._at += 1
        if self._peek() not in _SPACE and self._peek() != ord(">"):
            msg = f"Unexpected end of name token at byte offset {begin}"
            raise HtmlError(msg)
        return self._slice(begin).lower()

    def _quoted(self) -> str:
        quote = self._peek()
        self._at += 1
        value = bytearray()
        while self._at < len(self._source) and self._peek() != quote:
            if self._peek() == ord("&") and (char := self._reference()) is not None:
                value += char.encode("utf-8", "replace")
                continue
            value.append(self._peek())
            self._at += 1
        self._at += 1
        return value.decode("utf-8", "replace")

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            msg = f"Unexpected end tag at byte offset {begin}"
            raise HtmlError(msg)
        self._at += 2
        self._skip_until(b">")
        found = self._slice(begin + 2).lower()
        self._skip_space()
        if self._peek() != ord(">"):
            msg = f"Unclosed end tag at byte offset {begin}"
            raise HtmlError(msg)
        self._at += 1
        opened = self._open.pop()
        if found not in ("", opened.tag):
            msg = (
                f"Unmatched end tag at byte offset {begin}, "
                f'expected "</{opened.tag}>", found "</{found}>"'
            )
            raise HtmlError(msg)
        if self._utf16 > opened.offset:
            shown = self._out[opened.begin :].decode("utf-8", "replace")
            self._close(opened, self._utf16 - opened.offset, shown)

    def _close(self, opened: OpenTag, length: int, shown: str) -> None:
        entity: JSON = {"offset": opened.offset, "length": length}
        last = self._entities[-1] if self._entities else {}
        same_span = last.get("offset") == opened.offset and last.get("length") == length
        extra = kind_of(opened, shown)
        if extra is None:
            return
        if (
            opened.tag == "pre"
            and same_span
            and last["type"] == "code"
            and "language" in last
        ):
            last["type"] = "pre"
            return
        if (
            opened.tag == "code"
            and same_span
            and last["type"] == "pre"
            and extra.get("language")
        ):
            last["language"] = extra["language"]
            return
        self._entities.append({**entity, **extra})
