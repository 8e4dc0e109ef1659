"""What is wrong with a feed that was just fetched, and what to do about it (pure)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from urllib.parse import urlsplit

from bot.config.addresses import same_url_key, shown_url
from bot.domain.errors import Fault, FeedError
from bot.domain.model import Document, FeedSpec, ParsedEntry, ParsedFeed, Postponed
from bot.i18n import Saying, say
from bot.normalize.language import detect_language
from bot.parse.charset import decode
from bot.parse.scan import find_fault
from bot.pipeline.feed_format import find_format
from bot.pipeline.feed_links import find_feed_links

SILENT_AFTER = timedelta(days=7)  # a news feed; shorter would blame week-ends and holidays
ZONES = timedelta(hours=14)  # of the zone that is farthest ahead of UTC
ENOUGH = 5  # entries with words before their language is judged
MOST = 0.8  # of them in another language: a bilingual feed has fewer
SAMPLE = 50  # entries whose language is looked at

ADVICE = {
    Fault.ADDRESS: say("check how the host is spelt; if that is right, the site has moved"),
    Fault.BLOCKED: say(
        "if that server is yours, name its network in "
        "TOCSIN_FEED_ALLOW_NETWORKS; else take another address"
    ),
    Fault.CONNECTION: say(
        "try again later; if a browser elsewhere reaches it, it may refuse "
        "this machine's network (TOCSIN_FEED_PROXY goes another way)"
    ),
    Fault.TLS: say(
        "only the publisher can mend a certificate; until then take another address "
        "of the feed, and check this machine's clock"
    ),
    Fault.TIMEOUT: say("try again later; a server that is always so slow cannot be polled"),
    Fault.REDIRECT: say("open it in a browser and write the address where it ends"),
    Fault.FORBIDDEN: say(
        "if it needs a password, write https://USER:PASSWORD@HOST/…; else ask "
        "the publisher, or take another of its feeds"
    ),
    Fault.MISSING: say(
        "look for the feed's new address on the outlet's site, or write enabled: false"
    ),
    Fault.GONE: say(
        "the publisher took it away for good: delete the feed or write enabled: false"
    ),
    Fault.BUSY: say("try again later; if it stays so, write a longer interval"),
    Fault.SERVER: say("the fault is the server's; try again later"),
    Fault.DOCUMENT: say("open it in a browser: the address may be that of a page"),
    Fault.HOSTILE: say(
        "it is over a limit that protects the other feeds; take a smaller one"
    ),
    Fault.FOREIGN: say("the server gave another site's feed; check the address"),
    Fault.INTERNAL: say("please report it, with the output of tocsin doctor"),
}


class Level(IntEnum):
    """How bad it is."""

    OK = 0
    WARNING = 1
    ERROR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong: the reason, and what to do."""

    level: Level
    reason: Saying
    advice: Saying


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How a feed is; `entries` is None for one that could not be read.

    `again_in` is the pause that its site asked for, None if it asked for none.
    """

    findings: tuple[Finding, ...] = ()
    entries: int | None = None
    newest_at: datetime | None = None
    format: str = ""
    again_in: timedelta | None = None

    @property
    def level(self) -> Level:
        """The worst of the findings."""
        return max((each.level for each in self.findings), default=Level.OK)


def judge(
    spec: FeedSpec,
    document: Document,
    parsed: ParsedFeed,
    *,
    now: datetime,
    ahead: Sequence[datetime] = (),
) -> Verdict:
    """Return the verdict on a feed that could be read.

    Args:
        spec: What feeds.yaml says of it.
        document: As fetched, after redirects.
        parsed: The document, read whole.
        now: Current time, aware.
        ahead: The dates of entries that lie in the future, and are not believed.
    """
    dates = [entry.published_at for entry in parsed.entries if entry.published_at]
    newest_at = max(dates, default=None)
    warnings = (
        *_about_address(spec, document),
        *_about_markup(document),
        *_about_dates(parsed.entries, newest_at, ahead, now),
        *_about_guids(parsed.entries),
        *_about_language(spec, parsed),
    )
    return Verdict(
        findings=tuple(
            Finding(level=Level.WARNING, reason=reason, advice=advice)
            for reason, advice in warnings
        ),
        entries=len(parsed.entries),
        newest_at=newest_at,
        format=find_format(document.body),
    )


def judge_error(error: FeedError, document: Document | None = None) -> Verdict:
    """Return the verdict on a feed that could not be read.

    Args:
        error: Why.
        document: What came instead of a feed, if anything came.
    """
    advice = ADVICE[error.kind]
    if document is not None and error.kind is Fault.DOCUMENT:
        own = same_url_key(document.url)
        links = [url for url in find_feed_links(document) if same_url_key(url) != own]
        if links[1:]:
            urls = ", ".join(links)
            advice = say(
                "the page names several feeds; write one of them: {urls}", urls=urls
            )
        elif links:
            advice = say("the page names its feed; write url: {url}", url=links[0])
    reason = Saying("{reason}", {"reason": error.reason})
    finding = Finding(level=Level.ERROR, reason=reason, advice=advice)
    return Verdict(findings=(finding,), again_in=error.retry_after)


def judge_postponed(postponed: Postponed) -> Verdict:
    """Return the verdict on a feed that was not asked for."""
    minutes = max(1, round(postponed.pause / timedelta(minutes=1)))
    finding = Finding(
        level=Level.WARNING,
        reason=say("not checked: {reason}", reason=postponed.reason),
        advice=say("check again in {minutes} min", minutes=minutes),
    )
    return Verdict(findings=(finding,), again_in=postponed.pause)


def _about_address(spec: FeedSpec, document: Document) -> Iterator[tuple[Saying, Saying]]:
    given, found = urlsplit(spec.url), urlsplit(document.url)
    if document.moved_to is not None:
        yield say("moved permanently"), _write_url(document.moved_to)
    elif (given.scheme, found.scheme) == ("http", "https") and (
        given.hostname,
        given.path,
    ) == (found.hostname, found.path):
        yield say("the server leads to https"), _write_url(document.url)
    if document.profile:
        yield (
            say("the server refuses readers that name themselves"),
            say("nothing to do: other headers are answered"),
        )


def _write_url(url: str) -> Saying:
    return say("write url: {url}", url=shown_url(url))


def _about_markup(document: Document) -> Iterator[tuple[Saying, Saying]]:
    text = decode(document.body, document.content_type)
    if text.startswith("<") and (line := find_fault(text.encode())) is not None:
        yield (
            say("its XML breaks off or is ill-formed in line {line}", line=line),
            say("what can be read is read, at more cost; tell the publisher"),
        )


def _about_dates(
    entries: Sequence[ParsedEntry],
    newest_at: datetime | None,
    ahead: Sequence[datetime],
    now: datetime,
) -> Iterator[tuple[Saying, Saying]]:
    if not entries:
        yield (
            say("no entries"),
            say("look whether the outlet has another feed; an empty one may fill"),
        )
        return
    # One that is far ahead of the others is pinned or planned, and no fault.
    if ahead and (newest_at is None or min(ahead) - now < ZONES):
        yield (
            say(
                "{ahead} of {count} entries are dated in the future",
                ahead=len(ahead),
                count=len(entries),
            ),
            say(
                "such a date is not believed, they count from when they are first seen; "
                "time_zone helps if the dates lack a zone"
            ),
        )
    elif newest_at is None:
        yield (
            say("no entry has a date that can be read"),
            say(
                "they count from when they are first seen; time_zone helps if they lack one"
            ),
        )
    if newest_at is not None and now - newest_at > SILENT_AFTER:
        yield (
            say("silent: the newest entry is {days} days old", days=(now - newest_at).days),
            say("look whether the outlet has a newer feed, or write enabled: false"),
        )


def _about_guids(entries: Sequence[ParsedEntry]) -> Iterator[tuple[Saying, Saying]]:
    if not entries:
        return
    guids = Counter(entry.guid for entry in entries if entry.guid)
    links = Counter(entry.link for entry in entries if entry.link)
    apart = sum(links.values()) == len(entries) and max(links.values()) == 1
    instead = say("told apart by their links; nothing to do")
    if not apart:
        instead = say("told apart by title and date; an edited title may alert again")
    if not guids:
        yield say("no entry has a guid"), instead
    elif doubles := sum(count for count in guids.values() if count > 1):
        told = say(
            "{doubles} of {count} entries share their guid",
            doubles=doubles,
            count=len(entries),
        )
        yield told, instead


def _about_language(spec: FeedSpec, parsed: ParsedFeed) -> Iterator[tuple[Saying, Saying]]:
    """Compare what feeds.yaml says with the texts, then with what the feed says.

    The texts go first: the language that a feed declares is often its software's default.
    """
    if spec.language is None:
        return
    written = spec.language.split("-")[0]
    texts = [f"{entry.title}\n{entry.summary}" for entry in parsed.entries[:SAMPLE]]
    found = Counter(
        detect_language(text, spec.language)
        for text in texts
        if len(text.split()) >= ENOUGH
    )
    language, count = found.most_common(1)[0] if found else (written, 0)
    if found.total() >= ENOUGH and count >= MOST * found.total():
        if language != written:
            yield (
                say(
                    "most entries are in {language}, feeds.yaml says {other}",
                    language=language,
                    other=spec.language,
                ),
                say("write language: {language}", language=language),
            )
        return
    declared = re.split("[-_]", parsed.language or "")[0].lower()
    if declared and declared != written:
        yield (
            say(
                "the feed says that it is in {language}, feeds.yaml says {other}",
                language=declared,
                other=spec.language,
            ),
            say("write language: {language} if that is true", language=declared),
        )
