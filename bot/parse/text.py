"""Turns what a feed calls a title or a summary into plain text (pure).

RSS never says whether a title is HTML, so the text itself is asked: "5 < 6 & 7" and
"generic <T>" are plain, "<b>5</b>" and "AT&amp;T" are not.
"""

import html
import re
import unicodedata

from selectolax.lexbor import LexborHTMLParser

MAX_TITLE = 1_000
MAX_TEXT = 20_000
_MAX_MARKUP = 20 * MAX_TEXT  # what is behind it is not read at all

_INLINE = (
    "a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small "
    "span strike strong sub sup time tt u var wbr"
)
_BLOCK = (
    "address article aside blockquote body br center dd div dl dt figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 head header hr html iframe img li main nav object "
    "ol option p pre picture section select source table tbody td tfoot th thead "
    "title tr ul video audio embed"
)
_DROPPED = [
    "script",
    "style",
    "template",
    "noscript",
    "iframe",
    "object",
    "select",
    "svg",
    "math",
]
_NAMES = "|".join(
    sorted({*_INLINE.split(), *_BLOCK.split(), *_DROPPED}, key=len, reverse=True)
)
_TAG = re.compile(rf"</?(?:{_NAMES})(?:\s[^<>]*)?/?>|<!--", re.IGNORECASE)
_CLOSED = re.compile(rf"</(?:{_NAMES})\s*>|<(?:br|p|img|a)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BREAK = re.compile(rf"<(?=/?(?:{'|'.join(_BLOCK.split())})[\s/>])", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_TWICE = re.compile(
    r"&(?:amp|quot|apos|lt|gt|nbsp|[lr]aquo|[mn]dash|hellip|[lr][sd]quo|#\d{1,7}|#x[\da-f]{1,6});",
    re.IGNORECASE,
)
_TAGLIKE = re.compile(r"<[a-z!/]", re.IGNORECASE)
# A "<" that begins neither a tag nor a comment, nor a tag that the publisher cut off.
_LONE = re.compile(
    rf"<(?!/?[a-z][^<>]*>|!--|/?(?:{_NAMES})\s[^<>]*=[^<>]*$)", re.IGNORECASE
)
_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def clean(text: str, limit: int = MAX_TEXT) -> str:
    """Return `text` in one line, without control characters, at most `limit` long."""
    text = _CONTROL.sub(_space_or_nothing, text[: 4 * limit])
    return unicodedata.normalize("NFC", " ".join(text.split()))[:limit].rstrip()


def from_markup(markup: str, limit: int = MAX_TEXT) -> str:
    """Return the text of HTML: blocks are words apart, entities are decoded.

    What was escaped twice (``&amp;lt;p&amp;gt;``) is seen from closed tags or entities
    that remain, and is undone once more; a lone ``<b>`` that an article speaks of stays.
    """
    markup = markup[:_MAX_MARKUP]
    text = _strip(markup)
    if _CLOSED.search(text) and not _TAG.search(markup):
        text = _strip(text)
    elif _TWICE.search(text):
        text = html.unescape(text)
    return clean(text, limit)


def from_unknown(text: str, limit: int = MAX_TEXT) -> str:
    """Return plain text of `text`, which may or may not be HTML."""
    if is_markup(text):
        return from_markup(text, limit)
    return clean(text, limit)


def is_markup(text: str) -> bool:
    """Return whether `text` holds a tag or an entity of HTML."""
    head = text[:_MAX_MARKUP]
    return _TAG.search(head) is not None or _ENTITY.search(head) is not None


def _strip(markup: str) -> str:
    markup = _LONE.sub("&lt;", markup)
    if _TAGLIKE.search(markup) is None:
        return html.unescape(markup)  # nothing to parse, and a tenth of the cost
    parser = LexborHTMLParser(_BREAK.sub(" <", markup))
    parser.strip_tags(_DROPPED)
    return parser.root.text(deep=True, separator="") if parser.root is not None else ""


def _space_or_nothing(found: re.Match[str]) -> str:
    return " " if found[0] in "\t\n\r\x0b\x0c\x85" else ""
