from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.errors import Fault, FetchError, ParseError
from bot.domain.model import Document, FeedSpec, ParsedEntry, ParsedFeed, Postponed
from bot.pipeline.feed_format import find_format
from bot.pipeline.feed_links import find_feed_links
from bot.pipeline.verdicts import (
    ADVICE,
    Level,
    Verdict,
    judge,
    judge_error,
    judge_postponed,
)

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
URL = "https://example.org/rss"
SPEC = FeedSpec(url=URL, title="Example", language="en")
DOCUMENT = Document(url=URL, body=b'<?xml version="1.0"?><rss version="2.0"/>')
ENGLISH = "The dam on the river was hit by a drone in the night"
UKRAINIAN = "Уночі безпілотник влучив у дамбу на річці, повідомили в області"


def entry(number: int = 1, **changes: object) -> ParsedEntry:
    made = ParsedEntry(
        guid=f"g{number}",
        link=f"https://example.org/{number}",
        title=ENGLISH,
        published_at=NOW - timedelta(minutes=5 * number),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # of whatever type it is


def entries(count: int = 6, **changes: object) -> tuple[ParsedEntry, ...]:
    return tuple(entry(number, **changes) for number in range(1, count + 1))


HEALTHY = ParsedFeed(entries=entries())


def told(verdict: Verdict) -> str:
    return "\n".join(f"{each.reason} → {each.advice}" for each in verdict.findings)


def test_a_healthy_feed_has_facts_and_no_findings() -> None:
    verdict = judge(SPEC, DOCUMENT, HEALTHY, now=NOW)

    assert verdict == Verdict(
        entries=6, newest_at=NOW - timedelta(minutes=5), format="RSS 2.0"
    )
    assert verdict.level is Level.OK


@pytest.mark.parametrize(
    ("body", "line"),
    [
        pytest.param("<rss><channel>\n<item>", 2, id="cut off"),
        pytest.param("\n<rss><channel>\n\n&nbsp;</channel></rss>", 3, id="HTML's entity"),
        pytest.param("<rss><channel/></rss>", None, id="well-formed"),
        pytest.param(
            "<?xml version='1.0' encoding='windows-1251'?><rss>Ї</rss>", None, id="1251"
        ),
        pytest.param("{", None, id="no XML"),
    ],
)
def test_ill_formed_xml_is_told_with_its_line(body: str, line: int | None) -> None:
    document = replace(DOCUMENT, body=body.encode("cp1251"))

    said = told(judge(SPEC, document, HEALTHY, now=NOW))

    assert said.startswith(
        f"its XML breaks off or is ill-formed in line {line} →" if line else ""
    )
    assert ("ill-formed" in said) is (line is not None)


@pytest.mark.parametrize(
    ("spec", "document", "words"),
    [
        pytest.param(
            {},
            {
                "moved_to": "https://ann:pw@new.example/rss",
                "url": "https://new.example/rss",
            },
            "moved permanently → write url: https://new.example/rss",
            id="301",
        ),
        pytest.param(
            {"url": "http://example.org/rss"},
            {},
            "the server leads to https → write url: https://example.org/rss",
            id="https by 302",
        ),
        pytest.param(
            {"url": "http://example.org/rss"},
            {"moved_to": URL},
            "moved permanently → write url: https://example.org/rss",
            id="https by 301, said once",
        ),
        pytest.param(
            {"url": "http://example.org/rss"},
            {"url": "https://cdn.example/x"},
            "",
            id="a redirect for the moment",
        ),
        pytest.param(
            {}, {"profile": 1}, "refuses readers that name themselves", id="profile"
        ),
    ],
)
def test_what_the_answer_tells_of_the_address(
    spec: dict[str, str], document: dict[str, object], words: str
) -> None:
    verdict = judge(
        replace(SPEC, **spec),  # type: ignore[arg-type]  # texts for texts
        replace(DOCUMENT, **document),  # type: ignore[arg-type]  # likewise
        HEALTHY,
        now=NOW,
    )

    assert len(verdict.findings) == bool(words)
    assert words in told(verdict)
    assert "pw" not in told(verdict)


@pytest.mark.parametrize(
    ("parsed", "words"),
    [
        pytest.param(ParsedFeed(), "no entries", id="empty"),
        pytest.param(
            ParsedFeed(entries=entries(published_at=None)),
            "no entry has a date",
            id="dates",
        ),
        pytest.param(
            ParsedFeed(entries=entries(published_at=NOW - timedelta(days=9))),
            "silent: the newest entry is 9 days old",
            id="silent",
        ),
        pytest.param(
            ParsedFeed(entries=entries(guid=None)),
            "no entry has a guid → told apart by their links",
            id="no guids",
        ),
        pytest.param(
            ParsedFeed(entries=entries(guid=None, link=None)),
            "no entry has a guid → told apart by title and date",
            id="neither guids nor links",
        ),
        pytest.param(
            ParsedFeed(entries=(*entries(), entry(2, link="https://example.org/z"))),
            "2 of 7 entries share their guid → told apart by their links",
            id="one guid twice",
        ),
        pytest.param(
            ParsedFeed(entries=entries(guid="1", link="https://example.org/")),
            "6 of 6 entries share their guid → told apart by title and date",
            id="one guid and one link for all",
        ),
        pytest.param(
            ParsedFeed(entries=entries(title=UKRAINIAN)),
            "most entries are in uk, feeds.yaml says en → write language: uk",
            id="written in another language",
        ),
        pytest.param(
            ParsedFeed(entries=entries(4), language="ru-RU"),
            "the feed says that it is in ru, feeds.yaml says en",
            id="declared another language, and too few texts to tell",
        ),
        pytest.param(
            ParsedFeed(entries=entries(), language="ru"),
            "",
            id="declared another language than it is written in",
        ),
    ],
)
def test_what_the_entries_tell(parsed: ParsedFeed, words: str) -> None:
    verdict = judge(SPEC, DOCUMENT, parsed, now=NOW)

    assert len(verdict.findings) == bool(words)
    assert words in told(verdict)
    assert verdict.level is (Level.WARNING if words else Level.OK)


FUTURE = "of 6 entries are dated in the future → such a date is not believed"


@pytest.mark.parametrize(
    ("undated", "ahead", "words"),
    [
        pytest.param(6, [2] * 6, f"6 {FUTURE}", id="all of them"),
        pytest.param(6, [9_000] * 6, f"6 {FUTURE}", id="all, and far"),
        pytest.param(6, [9_000], f"1 {FUTURE}", id="one, and the others have none"),
        pytest.param(2, [1, 2], f"2 {FUTURE}", id="the newest, as if they lacked a zone"),
        pytest.param(1, [9_000], "", id="one that is pinned"),
        pytest.param(6, [], "no entry has a date that can be read", id="none"),
    ],
)
def test_dates_in_the_future_are_told_from_none(
    undated: int, ahead: list[int], words: str
) -> None:
    parsed = ParsedFeed(
        entries=tuple(
            entry(n, published_at=None) if n <= undated else entry(n) for n in range(1, 7)
        )
    )

    verdict = judge(
        SPEC,
        DOCUMENT,
        parsed,
        now=NOW,
        ahead=[NOW + timedelta(hours=hours) for hours in ahead],
    )

    assert len(verdict.findings) == bool(words)
    assert words in told(verdict)


def test_a_feed_of_two_languages_has_either() -> None:
    both = (*entries(4), *entries(4, title=UKRAINIAN))
    parsed = ParsedFeed(
        entries=tuple(replace(each, guid=f"{n}") for n, each in enumerate(both))
    )

    assert "language" not in told(judge(SPEC, DOCUMENT, parsed, now=NOW))


def test_each_kind_of_fault_has_its_advice() -> None:
    assert set(ADVICE) == set(Fault)
    for kind in Fault:
        verdict = judge_error(FetchError(URL, "the reason", transient=True, kind=kind))

        assert verdict.level is Level.ERROR
        assert told(verdict) == f"the reason → {ADVICE[kind]}"


PAGE = b"""<!doctype html><html><head><base href="/news/">
<link rel="stylesheet" href="a.css"><link rel="ALTERNATE nofollow" title="x"
 type="application/rss+xml; charset=utf-8" href="comments/rss">
<link rel=alternate type=application/atom+xml href=" atom.xml ">
<link rel=alternate type=application/atom+xml href="javascript:alert(1)">
<link rel=alternate hreflang=uk href="/uk/"></head><body>Captcha</body></html>"""


def test_a_page_that_names_its_feeds_is_followed_up() -> None:
    page = replace(DOCUMENT, body=PAGE)
    error = ParseError(URL, "an HTML page, not a feed", transient=True)

    assert find_feed_links(page) == [
        "https://example.org/news/atom.xml",
        "https://example.org/news/comments/rss",
    ]
    assert "write one of them: https://example.org/news/atom.xml, " in told(
        judge_error(error, page)
    )


def test_a_page_that_names_itself_or_nothing_is_no_help() -> None:
    error = ParseError(URL, "not a feed", transient=True)
    itself = b'<link rel=alternate type="application/rss+xml" href="/rss/">'

    for body in (itself, b"<html>", b"\xff\xfe\x00", b"<" * 10_000):
        verdict = judge_error(error, replace(DOCUMENT, body=body))

        assert told(verdict) == f"not a feed → {ADVICE[Fault.DOCUMENT]}"


def test_a_feed_that_was_not_asked_for_is_no_error() -> None:
    postponed = Postponed(
        pause=timedelta(minutes=5), reason="example.org asked for a pause (status 429)"
    )

    verdict = judge_postponed(postponed)

    assert verdict.level is Level.WARNING
    assert told(verdict).endswith("check again in 5 min")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (b'<?xml version="1.0"?>\n<!-- x --><rss version="0.91">', "RSS 0.91"),
        (b"<rss>", "RSS"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "Atom"),
        (b'<feed version="0.3" xmlns="http://purl.org/atom/ns#">', "Atom 0.3"),
        (b'<rdf:RDF xmlns="http://purl.org/rss/1.0/">', "RSS 1.0"),
        (b"<channel>", "RSS"),
        (b'\xef\xbb\xbf {"version": "https://jsonfeed.org/version/1.1"}', "JSON Feed"),
        ('<rss version="2.0">'.encode("utf-16"), "RSS 2.0"),
        (b"", ""),
        (b"<html>", ""),
    ],
)
def test_the_format_is_told_by_the_beginning(body: bytes, name: str) -> None:
    assert find_format(body) == name
