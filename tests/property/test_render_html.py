from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from bot.deliver.html import (
    MAX_ENTITIES,
    MAX_TEXT,
    Html,
    bold,
    code,
    italic,
    link,
    quote,
    text,
)
from bot.deliver.plain import clean, clip, line, units
from bot.deliver.render import alert_card
from bot.domain.model import AlertCard, CardSource
from bot.i18n import texts

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)

# Surrogates too: what Python reads from a broken feed may hold them.
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=300)
NASTY = st.sampled_from(['<b>&"', "</a>", "<a href=tg://x>", "😀" * 3000, "\u202e", "\x00"])
TEXT = st.one_of(ANY_TEXT, NASTY)
URL = st.one_of(
    st.none(), TEXT, st.just('https://e.org/?a=1&b="'), st.just("https://e.org/a")
)


def grow(parts: st.SearchStrategy[Html]) -> st.SearchStrategy[Html]:
    return st.one_of(
        st.builds(bold, parts),
        st.builds(italic, parts),
        st.builds(quote, parts),
        st.builds(lambda a, b: a + b, parts, parts),
    )


PIECES = st.recursive(
    st.one_of(st.builds(text, TEXT), st.builds(code, TEXT), st.builds(link, TEXT, URL)),
    grow,
)


class Reader(HTMLParser):
    """Read the markup as strictly as Telegram does."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""
        self.entities = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"b", "i", "code", "blockquote", "a"}
        assert [name for name, _ in attrs] == (["href"] if tag == "a" else [])
        assert all((value or "").startswith(("http://", "https://")) for _, value in attrs)
        assert tag not in self.open
        self.open.append(tag)
        self.entities += 1

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(markup: str) -> Reader:
    reader = Reader()
    reader.feed(markup)
    reader.close()
    assert reader.open == []
    return reader


@given(PIECES)
def test_markup_is_balanced_and_says_the_text(piece: Html) -> None:
    reader = read(piece.html)

    assert reader.text == piece.cut().text
    assert reader.entities <= MAX_ENTITIES
    assert units(reader.text) <= MAX_TEXT
    piece.html.encode()  # no half of a surrogate pair is left
    assert units(piece.plain) <= MAX_TEXT


@given(PIECES, st.integers(0, 50))
def test_a_cut_is_short_enough_and_a_beginning(piece: Html, limit: int) -> None:
    cut = piece.cut(limit)

    assert cut.length <= limit
    if cut.text != piece.text:
        assert cut.text.endswith("…") or limit == 0
        assert piece.text.startswith(cut.text[:-1])
    assert cut.cut(limit) == cut


@given(TEXT, st.integers(0, 50))
def test_clip_is_idempotent_and_bounded(value: str, limit: int) -> None:
    once = clip(clean(value), limit)

    assert units(once) <= limit
    assert clip(once, limit) == once
    assert units(once) == len(once.encode("utf-16-le")) // 2


@given(TEXT, st.integers(1, 50))
def test_a_line_is_one_line(value: str, limit: int) -> None:
    assert not set("\n\t\x00") & set(line(value, limit))
    assert line(line(value, limit), limit) == line(value, limit)


@given(
    title=TEXT,
    summary=TEXT,
    age=st.timedeltas(timedelta(days=-1), timedelta(days=40)),
    sources=st.lists(st.tuples(TEXT, URL), max_size=12),
    words=st.lists(TEXT, max_size=8),
    language=st.sampled_from(["en", "uk", "ru"]),
    zone=st.sampled_from(["Europe/Kyiv", "UTC", "nowhere", "../x", ""]),
)
def test_any_card_is_a_message(
    *,
    title: str,
    summary: str,
    age: timedelta,
    sources: list[tuple[str, str | None]],
    words: list[str],
    language: str,
    zone: str,
) -> None:
    card = AlertCard(
        title=title,
        summary=summary,
        published_at=NOW - age,
        sources=tuple(CardSource(outlet=outlet, url=url) for outlet, url in sources),
        places=tuple(words),
        evidence=tuple(words),
    )

    message = alert_card(card, texts(language), now=NOW, time_zone=zone)

    reader = read(message.html)
    assert reader.text.strip()
    assert units(reader.text) <= MAX_TEXT
    assert all(len(row) <= 8 for row in message.buttons)
