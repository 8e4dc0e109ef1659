"""Text that people see: clean, measured and cut as Telegram does it; and links."""

import re
import unicodedata
from urllib.parse import urlsplit

MAX_URL = 2048
ELLIPSIS = "…"

_BACK_UP = 24  # code points given up to end a cut at a word or a whole character
# Bidirectional overrides and isolates would turn the lines after them around; the marks
# U+200E and U+200F stay, for Hebrew and Arabic need them.
_UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
# Letters and symbols by their class, and yet nothing to see: fillers, the Braille blank.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_MARKS = frozenset({"Mn", "Mc", "Me"})
_UNSEEN = _MARKS | {"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"}
_NOT_IN_URL = re.compile(r"[\s\x00-\x20\x7f-\x9f\ud800-\udfff<>\"\\]")


def line(value: str, limit: int) -> str:
    """Return `value` as one clean line of at most `limit` UTF-16 units.

    It is "" if there is nothing to see: who reads cannot tap a link of no width.
    """
    # Ten megabytes of title are cut before anything walks over them.
    clipped = clip(" ".join(clean(value[: limit * 8]).split()), limit)
    return clipped if any(map(_is_visible, clipped)) else ""


def _is_visible(char: str) -> bool:
    """Whether a character alone leaves something to see."""
    return unicodedata.category(char) not in _UNSEEN and char not in _BLANK


def is_web_url(url: str) -> bool:
    """Whether `url` is an http(s) address that Telegram takes as a link.

    One with a user name is refused: ``https://reuters.com@example.org`` is made to deceive.
    """
    if not url or len(url) > MAX_URL or _NOT_IN_URL.search(url):
        return False
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    return (
        parts.scheme.lower() in {"http", "https"}
        and bool(parts.hostname)
        and "@" not in parts.netloc
        and port != 0
    )


def units(value: str) -> int:
    """Return the length of `value` in UTF-16 units, as Telegram counts."""
    return len(value) + sum(1 for char in value if char > "\uffff")


def clean(value: str) -> str:
    """Return `value` without control characters and direction overrides."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATE.sub("\ufffd", _UNWANTED.sub("", value))


def clip(value: str, limit: int, *, always: bool = False) -> str:
    """Return `value` in at most `limit` UTF-16 units, ending in "…" if it was cut.

    The cut is between words when one is near, and never inside a character that is made of
    several code points. `always` adds the ellipsis even if `value` fits (more followed it).
    """
    if units(value) <= limit and not always:
        return value
    if limit < 1:
        return ""
    room = limit - 1
    end = 0
    for char in value:
        room -= 2 if char > "\uffff" else 1
        if room < 0:
            break
        end += 1
    end = _boundary(value, end)
    return value[:end].rstrip() + ELLIPSIS


def _boundary(value: str, end: int) -> int:
    """Return where to cut at or shortly before `end`."""
    if end >= len(value):
        return end
    lowest = max(0, end - _BACK_UP)
    # A space is looked for only in longer texts: three letters and a word are worth more.
    space = value.rfind(" ", max(lowest, end // 2), end + 1)
    if space > 0:
        return space
    whole = end
    while whole > lowest and _continues(value, whole):
        whole -= 1
    return whole if whole > lowest else end


def _continues(value: str, index: int) -> bool:
    """Whether the code point at `index` belongs to the character before it."""
    char = value[index]
    return (
        unicodedata.category(char) in _MARKS
        or char == "\u200d"
        or "\U0001f3fb" <= char <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= char <= "\U000e007f"  # tags: of flags that no country has
        or value[index - 1] == "\u200d"
        or (_is_of_flag(char) and _is_flag_begun(value, index))
    )


def _is_of_flag(char: str) -> bool:
    """Whether it is one of the letters of which two make a flag."""
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _is_flag_begun(value: str, index: int) -> bool:
    """Whether the code point before `index` is the first half of a flag."""
    start = index
    while start and _is_of_flag(value[start - 1]):
        start -= 1
    return (index - start) % 2 == 1
