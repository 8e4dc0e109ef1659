"""From an entry as published to all that the decisions need (pure; annotation is slow)."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.annotate.about import annotate
from bot.dedupe import identity, story
from bot.domain.model import Annotation, FeedSpec, ParsedEntry, ParsedFeed
from bot.match.words import DocumentWords
from bot.normalize.language import detect_language
from bot.normalize.text import clean_title, title_key
from bot.normalize.url import host, is_homepage, url_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """An entry with what identifies it: cheap, done for each entry of each fetch."""

    entry: ParsedEntry
    title: str
    candidate: identity.Candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An entry with its annotation: done for new and revised entries only."""

    keyed: Keyed
    annotation: Annotation
    words: DocumentWords
    story_keys: tuple[str, ...]


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
        candidate=identity.Candidate(
            guid=entry.guid,
            url_key=url_key(link) if link else None,
            homepage=is_homepage(link) if link else False,
            host=host(link) if link else "",
            title_key=title_key(entry.title, outlets),
            summary=entry.summary,
            published_at=entry.published_at,
        ),
    )


def prepare_entry(keyed: Keyed, spec: FeedSpec) -> Prepared:
    """Return the entry with its language, places, words and story keys."""
    entry, candidate = keyed.entry, keyed.candidate
    text = f"{keyed.title}\n{entry.summary}"
    language = detect_language(text, entry.language or spec.language)
    return Prepared(
        keyed=keyed,
        annotation=annotate(keyed.title, entry.summary, language, country=spec.country),
        words=DocumentWords(text),
        story_keys=story.story_keys(
            title_key=candidate.title_key,
            url_key=candidate.url_key,
            homepage=candidate.homepage,
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetch:
    """All entries of one fetch, in document order, with the keys of each."""

    keyed: tuple[Keyed, ...]
    keys: tuple[identity.EntryKeys, ...]

    def every_key(self) -> tuple[str, ...]:
        """Return the keys of all entries, each once."""
        return tuple(dict.fromkeys(key for each in self.keys for key in each.trusted))

    def oldest_first(self) -> list[int]:
        """Return the positions in order of publication; without a date, bottom first."""
        bottom_first = reversed(range(len(self.keyed)))
        dates = [each.published_at for each in self.keys]
        dated = [date for date in dates if date is not None]
        if len(dated) < len(dates):
            return list(bottom_first)
        return sorted(bottom_first, key=dated.__getitem__)

    def hosts(self) -> frozenset[str]:
        """Return the hosts that the entries' links lead to."""
        return frozenset(each.host for each in self.keys if each.host)

    def newest_at(self) -> datetime | None:
        """Return the newest date, None when no entry has one."""
        return max((e.published_at for e in self.keys if e.published_at), default=None)


def key_all(parsed: ParsedFeed, spec: FeedSpec) -> Fetch:
    """Return the entries of a fetch with their keys, which depend on the whole fetch."""
    keyed = tuple(key_entry(entry, spec) for entry in parsed.entries)
    return Fetch(keyed=keyed, keys=identity.keys_of([each.candidate for each in keyed]))


def prepare_unseen(
    fetch: Fetch, seen: Container[str], spec: FeedSpec
) -> Mapping[int, Prepared]:
    """Return, by position, the entries of which no key was seen."""
    return {
        position: prepare_entry(fetch.keyed[position], spec)
        for position, keys in enumerate(fetch.keys)
        if not any(key in seen for key in keys.trusted)
    }
