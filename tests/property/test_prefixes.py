"""Whatever prefixes entries bind, a sliced feed says what the whole feed says."""

from datetime import UTC, datetime

from hypothesis import event, given, settings
from hypothesis import strategies as st

from bot.domain.model import KnownSlices
from bot.parse.feed import parse_feed

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
URL = "https://feeds.example.org/a.xml"
PREFIXES = ("", "a", "A", "b", "dc", "DC", "media", "rdf", "xlink", "creativecommons")
NAMESPACES = (
    "http://example.org/one",
    "http://example.org/One",
    "http://example.org/two",
    "http://purl.org/dc/elements/1.1/",
    "http://search.yahoo.com/mrss/",
    "http://search.yahoo.com/mrss",
    "http://www.w3.org/2005/Atom",
    "http://purl.org/atom/ns#",
    "http://backend.userland.com/rss2",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://www.w3.org/1999/xhtml",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/2000/svg",
    "http://backend.userland.com/creativeCommonsRssModule",
    "dc",
)
NAMES = ("title", "date", "creator", "subject", "description", "content", "license", "svg")
BINDINGS = st.tuples(st.sampled_from(PREFIXES), st.sampled_from(NAMESPACES))
FEW = st.lists(BINDINGS, min_size=1, max_size=4)


def element(binding: tuple[str, str], name: str, attribute: str, content: str) -> str:
    prefix, namespace = binding
    tag = f"{prefix}:{name}" if prefix else name
    bound = f"xmlns:{prefix}='{namespace}'" if prefix else f"xmlns='{namespace}'"
    return f"<{tag} {bound} {attribute.replace('*', prefix or 'xml')}>{content}</{tag}>"


TEXT = st.sampled_from(["one", "two", "2026-03-02T10:00:00Z", "&lt;b&gt;three&lt;/b&gt;"])
ATTRIBUTE = st.sampled_from(
    ["", "", "type='html'", "type='xhtml'", "*:about='http://c.org/'"]
)


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    bindings = st.sampled_from(draw(FEW))

    def elements(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.builds(element, bindings, st.sampled_from(NAMES), ATTRIBUTE, content)

    parts = st.lists(elements(st.one_of(TEXT, elements(TEXT))), max_size=3).map("".join)
    items = draw(st.lists(parts, min_size=2, max_size=4))
    about = "xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#' r:about='http://d.org/'"
    start = draw(st.sampled_from(["<item>", "<item><guid>1</guid>", f"<item {about}>"]))
    head = draw(st.one_of(st.just(""), parts))
    text = "".join(f"{start}{item}</item>" for item in items)
    return (
        f"<rss version='2.0'><channel><title>T</title>{head}{text}</channel></rss>".encode()
    )


@given(documents(), st.lists(st.booleans(), min_size=4, max_size=4))
@settings(max_examples=200)
def test_what_an_entry_binds_changes_no_other(body: bytes, seen: list[bool]) -> None:
    whole = parse_feed(body, url=URL, now=NOW)
    event(f"sliced: {bool(whole.slices)}")
    slices = frozenset(hash_ for hash_, one in zip(whole.slices, seen, strict=False) if one)
    known = KnownSlices(skeleton=whole.skeleton, slices=slices)

    rest = parse_feed(body, url=URL, now=NOW, known=known)

    assert list(rest.entries) == [e for e in whole.entries if e.slice not in slices]
    assert (rest.title, rest.slices, rest.skeleton) == (
        whole.title,
        whole.slices,
        whole.skeleton,
    )
