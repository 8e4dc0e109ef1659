"""Whether feedparser may forget which prefix stands for what (pure).

feedparser never forgets a prefix: what one entry binds stays for all that come behind it.
It asks for a prefix in two ways. A namespace that it has no name for goes by the first
prefix that was ever bound to it; then prefix or name are looked up among the prefixes that
were bound to namespaces that it has a name for.

An element has its namespace in scope, so its own prefix was always bound. What others have
bound can change it only if in some other place of the document the prefix stands for
something else, or the namespace goes by another prefix. Where none does, nothing leaks.
"""

from collections.abc import Iterable

from feedparser.api import StrictFeedParser

Binding = tuple[str | None, str | None]

USERLAND = "backend.userland.com/rss"  # feedparser takes any address with it for RSS
PREFIXES: dict[str, str] = {
    uri.lower(): name for uri, name in StrictFeedParser.namespaces.items()
}


def one_to_one(bindings: Iterable[Binding]) -> bool:
    """Return whether the same elements mean the same wherever they stand.

    Args:
        bindings: All pairs of prefix and namespace of the document; the prefix is None
            where a namespace is the default, the namespace where there is none.
    """
    prefixes: dict[str, str | None] = {}  # of namespaces that feedparser has no name for
    meanings = {"xml": (True, "xml")}  # which is bound without a word
    for prefix, uri in bindings:
        if not uri:
            continue
        if not _is_plain(prefix, uri):
            return False
        name = _name(uri)
        if name is None and prefixes.setdefault(uri, prefix) != prefix:
            return False
        meaning = (False, uri) if name is None else (True, name)
        # feedparser looks for small letters, whatever it was that it remembered
        for key in filter(None, (prefix, name)):
            if meanings.setdefault(key.lower(), meaning) != meaning:
                return False
        if name and prefix == name.lower() != name:
            return False
    return True


def _name(uri: str) -> str | None:
    """Return what feedparser calls a namespace, "" if it is that of a feed."""
    small = uri.lower()
    return "" if USERLAND in small else PREFIXES.get(small)


def _is_plain(prefix: str | None, uri: str) -> bool:
    """Return whether neither is taken for something else on its way.

    feedparser takes the attribute ``XMLNS:a`` for a binding; small letters outside of
    ASCII hang on what follows; a blank is where expat's names are split.
    """
    if prefix is not None and (not prefix.isascii() or prefix.lower() == "xmlns"):
        return False
    return uri.split() == [uri]
