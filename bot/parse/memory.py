"""What feedparser's reader remembers from one entry to the next (pure)."""

from operator import attrgetter
from typing import Any

_scalars = attrgetter(
    "depth", "version", "lang", "baseuri", "infeed", "inentry", "incontent", "intextinput",
    "inimage", "inauthor", "incontributor", "inpublisher", "insource", "_summaryKey",
    "svgOK", "psc_chapters_flag", "ingeometry",
)  # fmt: skip


def remembered(reader: Any) -> tuple[object, ...]:
    """Return all but prefixes that can change what an entry to come means."""
    feed = reader.feeddata
    return (
        _scalars(reader),
        tuple(reader.basestack),
        tuple(reader.langstack),
        tuple(name for name, _, _ in reader.elementstack),
        tuple(sorted(map(repr, reader.contentparams.items()))),
        tuple(sorted(map(repr, reader.sourcedata.items()))),
        tuple(feed["image"]) if dict.__contains__(feed, "image") else None,
        tuple(feed["textinput"]) if dict.__contains__(feed, "textinput") else None,
        bool(reader.decls),
    )


def prefixes(reader: Any) -> tuple[object, ...]:
    """Return what prefixes stand for, as far as it can change what an entry to come means.

    A prefix that stands for itself, and a namespace that feedparser has a name for, change
    nothing: Blogger binds "media" in each entry, Atom's XHTML binds its own.
    """
    known = reader._matchnamespaces  # noqa: SLF001  # by their names in small letters
    return (
        tuple(
            (prefix, name)
            for prefix, name in reader.namespacemap.items()
            if prefix is not None and prefix != name
        ),
        tuple(
            (prefix, uri)
            for prefix, uri in reader.namespaces_in_use.items()
            if prefix and uri.lower() not in known
        ),
    )


def kept(reader: Any) -> tuple[object, ...]:
    """Return what an entry could change of the feed itself."""
    get = dict.get
    feed = reader.feeddata
    image, text_input = get(feed, "image"), get(feed, "textinput")
    return (
        get(feed, "title"),
        get(feed, "language"),
        get(feed, "link"),
        image and repr(image),
        text_input and repr(text_input),
    )
