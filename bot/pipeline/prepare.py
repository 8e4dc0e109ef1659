"""From an entry as published to all that the decisions need (pure; annotation is slow)."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from bot.annotate.about import annotate
from bot.annotate.reports import read_report
from bot.annotate.statements import find_statements
from bot.dedupe import story
from bot.dedupe.copies import sample_of
from bot.dedupe.features import Features, features_of
from bot.dedupe.grouping import LONGEST, WINDOW
from bot.dedupe.keys import Candidate, Draft, EntryKeys, Remembered, keys_of, pack_draft
from bot.domain.accounts import Statement
from bot.domain.model import Annotation, FeedSpec, ParsedEntry, ParsedFeed
from bot.domain.reports import Report
from bot.match.words import DocumentWords
from bot.normalize.language import detect_language, primary_language
from bot.normalize.text import clean_title, title_key
from bot.normalize.url import host, is_homepage, url_key

# What was published so long before its feed's first poll is told to nobody, and joins no
# story that anything new may join: its tolls, claims and days are a ninth of the work.
PAST = LONGEST + WINDOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """An entry with what identifies it: cheap, done for each entry of each fetch."""

    entry: ParsedEntry
    title: str
    candidate: Candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An entry with its annotation: done for new and revised entries only."""

    keyed: Keyed
    annotation: Annotation
    words: DocumentWords
    distinct: frozenset[str]  # words, folded
    story_keys: tuple[str, ...]
    features: Features
    statements: tuple[Statement, ...]
    sample: bytes  # of its text, to know copies by


def outlets_of(spec: FeedSpec) -> tuple[str, ...]:
    """Return the names under which the feed's outlet signs its headlines."""
    return tuple(
        dict.fromkeys(name for name in (spec.title, spec.publisher, spec.url) if name)
    )


def key_entry(entry: ParsedEntry, spec: FeedSpec) -> Keyed:
    """Return the entry with its keys; one without a title is headed by its summary."""
    outlets = outlets_of(spec)
    link = entry.link
    return Keyed(
        entry=entry,
        title=clean_title(entry.title, outlets) or entry.title,
        candidate=Candidate(
            guid=entry.guid,
            url_key=url_key(link) if link else None,
            homepage=is_homepage(link) if link else False,
            host=host(link) if link else "",
            title_key=title_key(entry.title, outlets),
            summary=entry.summary,
            published_at=entry.published_at,
        ),
    )


def prepare_entry(
    keyed: Keyed, spec: FeedSpec, *, at: datetime, is_first_poll: bool = False
) -> Prepared:
    """Return the entry with its language, places, words, story keys and features.

    Args:
        keyed: The entry.
        spec: Its feed.
        at: When it was met; nothing was published later.
        is_first_poll: Of the feed, which has told nobody anything yet.
    """
    entry, candidate = keyed.entry, keyed.candidate
    text = f"{keyed.title}\n{entry.summary}"
    expected = entry.language or spec.language
    language = detect_language(text, expected)
    annotation = annotate(keyed.title, entry.summary, language, home=spec.home)
    # Here, while the text's words are remembered (`plain_words`): to fold it takes longer.
    words = DocumentWords(keyed.title, entry.summary, language=language)
    distinct, sample = words.distinct, sample_of(keyed.title, entry.summary)
    published_at = min(at, entry.published_at or at)
    report = (
        Report()
        if is_first_poll and published_at < at - PAST
        else read_report(keyed.title, entry.summary, language, published_at=published_at)
    )
    return Prepared(
        keyed=keyed,
        annotation=annotation,
        words=words,
        distinct=distinct,
        story_keys=story.story_keys(
            title_key=candidate.title_key,
            url_key=candidate.url_key,
            homepage=candidate.homepage,
        ),
        features=features_of(
            title=keyed.title,
            summary=entry.summary,
            annotation=annotation,
            report=report,
            published_at=published_at,
            publisher=spec.publisher,
            language=primary_language(expected),
        ),
        statements=find_statements(
            keyed.title, entry.summary, report, annotation, outlet_country=spec.country
        ),
        sample=sample,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """The entries of one fetch that were read, in document order, with the keys of each.

    `memory` has the keys of every entry by its slice, for the next fetch; it is empty if
    the document was not sliced. `remembers` when some entries were not read again, because
    their bytes are those of the last fetch.
    """

    keyed: tuple[Keyed, ...]
    keys: tuple[EntryKeys, ...]
    memory: Mapping[str, Draft] = field(default_factory=dict)
    skeleton: str = ""
    remembers: bool = False

    def read_keys(self) -> frozenset[str]:
        """Return all keys that identity looks up."""
        trusted = (key for each in self.keys for key in each.trusted)
        return frozenset((*trusted, *(e.fallback for e in self.keys if e.fallback)))

    def oldest_first(self) -> list[int]:
        """Return the positions in order of publication; without a date, bottom first."""
        bottom_first = reversed(range(len(self.keyed)))
        dates = [each.published_at for each in self.keys]
        dated = [date for date in dates if date is not None]
        if len(dated) < len(dates):
            return list(bottom_first)
        return sorted(bottom_first, key=dated.__getitem__)

    def hosts(self) -> frozenset[str]:
        """Return the hosts that the links of what was read lead to."""
        return frozenset(each.host for each in self.keys if each.host)

    def newest_at(self) -> datetime | None:
        """Return the newest date of what was read, None when nothing has one."""
        return max((e.published_at for e in self.keys if e.published_at), default=None)


def key_all(
    parsed: ParsedFeed,
    spec: FeedSpec,
    known: Mapping[str, Draft] = MappingProxyType({}),
) -> Fetch:
    """Return the entries of a fetch with their keys, which depend on the whole fetch.

    Args:
        parsed: The document; of a sliced one, entries may be missing that are known.
        spec: The feed.
        known: The draft keys by slice of the last fetch.
    """
    keyed = tuple(key_entry(entry, spec) for entry in parsed.entries)
    read = {entry.slice for entry in parsed.entries}
    kept = {
        name: known[name] for name in parsed.slices if name not in read and name in known
    }
    keys = keys_of(
        [each.candidate for each in keyed],
        Remembered(kept.values()),
        known.values(),
    )
    own = {
        each.entry.slice: pack_draft(its.draft)
        for each, its in zip(keyed, keys, strict=True)
    }
    return Fetch(
        keyed=keyed,
        keys=keys,
        memory=kept | own if parsed.slices else {},
        skeleton=parsed.skeleton,
        remembers=bool(kept),
    )


def prepare_unseen(
    fetch: Fetch,
    seen: Container[str],
    spec: FeedSpec,
    at: datetime,
    *,
    is_first_poll: bool = False,
) -> Mapping[int, Prepared]:
    """Return, by position, the entries of which no key was seen."""
    return {
        position: prepare_entry(keyed, spec, at=at, is_first_poll=is_first_poll)
        for position, (keyed, keys) in enumerate(zip(fetch.keyed, fetch.keys, strict=True))
        if not any(key in seen for key in keys.trusted)
    }
