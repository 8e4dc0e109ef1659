"""Titles without the outlet's own name, for showing and for comparing."""

import re
from functools import lru_cache

from bot.domain.folding import fold, words

_SEPARATOR = re.compile(r"\s+(?:[-‐‑‒–—―|/•·«»]|::|<<|>>)\s+")
_SEPARATORS = {*"-‐‑‒–—―|/•·«»", "::", "<<", ">>"}  # the same, as words
_QUOTES = re.compile(r"[\"«»“”„‟″]|(?<!\w)'|'(?!\w)")
_HOST = re.compile(r"(?:https?://)?([\w-]+(?:\.[\w-]+)+)(?:[/:].*)?", re.IGNORECASE)
# Second-level domains under which publishers register.
_SHARED = {"com", "co", "org", "net", "gov", "edu", "ac", "in", "kiev", "kyiv", "info"}


def clean_title(title: str, outlets: tuple[str, ...] = ()) -> str:
    """Return `title` without an outlet's name at its end or beginning, spaces unified.

    Only names in `outlets` go, and only if something is left: publishers, feed titles, or
    hosts, which stand for their site's name, too.

    >>> clean_title("Shelling of Sumy | BBC News", ("BBC News",))
    'Shelling of Sumy'
    """
    parts = title.split()
    title = " ".join(parts)
    if _SEPARATORS.isdisjoint(parts):
        return title
    names = _squeezed_names(outlets)
    while names:
        separators = list(_SEPARATOR.finditer(title))
        if not separators:
            break
        head, tail = title[: separators[-1].start()], title[separators[-1].end() :]
        if _squeeze(tail) in names and words(head):
            title = head
            continue
        head, tail = title[: separators[0].start()], title[separators[0].end() :]
        if not (_squeeze(head) in names and words(tail)):
            break
        title = tail
    return title


def title_key(title: str, outlets: tuple[str, ...] = ()) -> str:
    """Return what `title` is compared by: folded, without outlet, quotes, last full stop.

    Signs inside stay ("+5 %" is not "-5 %"), and so does a question mark: it is a doubt.
    Idempotent.
    """
    while True:
        key = fold(_QUOTES.sub("", fold(clean_title(title, outlets)))).rstrip(" .!")
        if key == title:
            return key
        title = key


@lru_cache(maxsize=1024)  # a feed's entries ask for the same names, one after another
def _squeezed_names(outlets: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_squeeze(name) for outlet in outlets for name in _names(outlet)) - {""}


def _names(outlet: str) -> tuple[str, ...]:
    found = _HOST.fullmatch(outlet.strip())
    if found is None:
        return (outlet,)
    labels = found[1].lower().removeprefix("www.").split(".")
    site = labels[:-1]
    if len(site) > 1 and site[-1] in _SHARED:
        site = site[:-1]
    registered = ".".join(labels[len(site) - 1 :])
    return (outlet, ".".join(labels), registered, *site[-1:])


def _squeeze(name: str) -> str:
    found = words(name)
    return "".join(found[1:] if found[:1] == ("the",) and len(found) > 1 else found)
