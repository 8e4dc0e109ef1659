"""Finds a document's encoding by evidence and returns its text (pure).

A server's header, the XML declaration and the bytes contradict each other in news feeds
more often than they agree, so the bytes have the last word: what is strictly UTF-8 is
UTF-8, whatever was declared; what is not, is what a declaration says unless the letters
say otherwise (Cyrillic in windows-1251 and KOI8 is told apart by letter statistics).
"""

import codecs
import re
from collections import Counter
from math import log

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins like it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_DECLARATION = re.compile(
    rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']\s*([\w.:-]{1,40})\s*[\"']"
)
_TEXT_DECLARATION = re.compile(r"<\?xml\b[^>]{0,400}\?>")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_WHERE = 1024  # bytes in which a declaration may stand
_HIGH = bytes(range(0x80, 0x100))
_HIGH_RUN = re.compile(rb"[\x80-\xff]{3,}")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

# What browsers take a label for (WHATWG Encoding Standard, "names and labels"); and KOI8-U,
# which has Ukrainian letters where KOI8-R has lines to draw boxes with.
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "koi8-r": "koi8-u",
}
# Codecs of Python that are no encodings of documents; punycode is quadratic besides.
_REFUSED = frozenset(
    {"punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"}
)
_STATEFUL = ("iso2022", "hz")  # written in ASCII bytes only
_CYRILLIC = ("cp1251", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic")
_LATIN = frozenset({"cp1252", "iso8859-15", "iso8859-2", "cp1250", "iso8859-9", "cp1254"})
# Share of letters in Ukrainian and Russian news text, in per cent, roughly.
_FREQUENT = {
    "о": 10, "а": 8, "и": 7, "е": 7, "н": 6, "т": 6, "р": 5, "с": 5, "в": 5, "л": 4, "к": 4,
    "і": 4, "д": 3, "п": 3, "м": 3, "у": 3, "з": 2, "я": 2, "ь": 2, "г": 2, "б": 2,
}  # fmt: skip
_OTHERS = dict.fromkeys("йжчшюцхщфыэёїєґъў", 0.7) | dict.fromkeys("јљњћђџѓќѕ", 0.1)
_LIKELY = {letter: log(share) for letter, share in (_FREQUENT | _OTHERS).items()}
_PUNCTUATION = dict.fromkeys(" –—«»„“”’…№\xa0", -1.0)
_STRANGE = -5.0  # of a sign that no news text has: as rare as one letter in 15,000
_CAPITAL = 0.1  # that a letter is none of the usual, small ones; titles may be all capitals
_MIXED = 3.0  # that a capital follows a small letter, as in KOI8 that is taken for another
_MIXES = re.compile("[а-яёіїєґ](?=[А-ЯЁІЇЄҐ])")
_CLEARLY = 0.2  # for each letter, if a declaration is to be wrong
_SAMPLE = 20_000  # bytes of Cyrillic that settle it


def decode(body: bytes, content_type: str | None = None) -> str:
    """Return the text of `body`, ready for an XML parser.

    The declaration names UTF-8 afterwards, and characters that XML forbids are gone.
    Never raises: what cannot be decoded becomes U+FFFD.
    """
    encoding, skip = find_encoding(body, content_type)
    text = body[skip:].decode(encoding, errors="replace")
    text = _ILLEGAL.sub("", text).lstrip("\ufeff \t\r\n")
    return _TEXT_DECLARATION.sub('<?xml version="1.0" encoding="utf-8"?>', text, count=1)


def decoded_already(body: bytes, content_type: str | None = None) -> bytes | None:
    """Return `body` without its mark if an XML parser for UTF-8 may try it as it is.

    If that takes it, then it is what `decode` would have made of it: expat refuses
    broken sequences and forbidden characters. None if it cannot be, or need not.
    """
    body = body.removeprefix(codecs.BOM_UTF8)
    if not body.startswith(b"<") or body[1:2] == b"\0":
        return None  # expat would see UTF-16 for itself, and read it
    if any(name.startswith(_STATEFUL) for name in _declared(body, content_type)):
        return None
    return body


def find_encoding(body: bytes, content_type: str | None = None) -> tuple[str, int]:
    """Return Python's codec for `body`, and the length of its byte order mark."""
    mark = _find_mark(body)
    if mark is not None and mark[0] != "utf-8":
        return mark
    skip = mark[1] if mark is not None else 0
    if body[:2] in _WIDE:
        return _WIDE[body[:2]], 0
    declared = _declared(body, content_type)
    for name in declared:
        if name.startswith(_STATEFUL) and body.isascii():
            return name, skip
    if _is_utf8(body):
        return "utf-8", skip
    return _single_byte(body, declared), skip


def _find_mark(body: bytes) -> tuple[str, int] | None:
    for mark, name in _BOMS:
        if body.startswith(mark):
            return name, len(mark)
    return None


def _declared(body: bytes, content_type: str | None) -> tuple[str, ...]:
    """Return the codecs that the document and its server name; the document's first."""
    names = []
    found = _DECLARATION.search(body[:_WHERE])
    if found is not None:
        names.append(found[1].decode("ascii", errors="replace"))
    in_header = _CHARSET.search(content_type or "")
    if in_header is not None:
        names.append(in_header[1])
    codecs_named = (_codec(name) for name in names)
    return tuple(name for name in codecs_named if name is not None)


def _codec(label: str) -> str | None:
    try:
        name = codecs.lookup(label).name
        b"".decode(name)  # a codec from bytes to bytes is refused here
    except (LookupError, UnicodeError, ValueError):
        return None
    if name in _REFUSED:
        return None
    return _MEANT.get(name, name)


def _is_utf8(body: bytes) -> bool:
    """Return whether `body` is UTF-8, but for a broken sequence here and there.

    A title cut in the middle of a letter is common. In text of another encoding hardly
    any sequence is valid by chance: of Ukrainian in KOI8-U one for a dozen that are not.
    """
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode("utf-8", errors="replace")
        broken = text.count("\ufffd")
        following = len(text.encode()) - len(text) - 2 * broken  # bytes of valid letters
        return following >= 2 * broken
    return True


def _single_byte(body: bytes, declared: tuple[str, ...]) -> str:
    usable = tuple(name for name in declared if not name.startswith("utf"))
    sample = b" ".join(_HIGH_RUN.findall(body))[:_SAMPLE]
    high = len(body) - len(body.translate(None, _HIGH))
    if len(sample) * 2 < high or not sample:
        return usable[0] if usable else "cp1252"  # accents in Latin text stand alone
    chosen = usable[0] if usable else None
    if chosen is not None and chosen not in _LATIN and chosen not in _CYRILLIC:
        return chosen
    scores = {name: _cyrillic_score(sample, name) for name in _CYRILLIC}
    best = max(_CYRILLIC, key=lambda name: scores[name])
    if chosen in scores and scores[best] - scores[chosen] <= _CLEARLY * len(sample):
        return chosen
    return best


def _cyrillic_score(sample: bytes, encoding: str) -> float:
    """Return how likely `sample` is as Cyrillic text of this encoding, as a logarithm."""
    text = sample.decode(encoding, errors="replace")
    score = -_MIXED * len(_MIXES.findall(text))
    for letter, count in Counter(text).items():
        small = letter.lower()
        likely = _PUNCTUATION.get(letter, _LIKELY.get(small, _STRANGE))
        score += count * (likely - (_CAPITAL if small != letter else 0))
    return score
