"""From an entry as published to all that the decisions need (pure; annotation is slow)."""

from collections import deque
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

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
    """All entries of one fetch, in document order, with the keys of each.

    What was not read again, because its bytes are those of the last fetch, has keys only.
    """

    keyed: tuple[Keyed | None, ...]
    keys: tuple[identity.EntryKeys, ...]
    slices: tuple[str, ...] = ()
    skeleton: str = ""

    @property
    def remembers(self) -> bool:
        """True if something was not read again."""
        return any(each.is_remembered for each in self.keys)

    def read_keys(self) -> frozenset[str]:
        """Return all keys that identity looks up for what was read."""
        read = [each for each in self.keys if not each.is_remembered]
        fallbacks = {each.fallback for each in read if each.fallback}
        return frozenset(key for each in read for key in each.trusted) | fallbacks

    def oldest_first(self) -> list[int]:
        """Return the positions of what was read in order of publication.

        Where one has no date: bottom first.
        """
        last = len(self.keyed) - 1
        read = [last - i for i, each in enumerate(reversed(self.keyed)) if each is not None]
        dates = [self.keys[position].published_at for position in read]
        dated = [date for date in dates if date is not None]
        if len(dated) < len(dates):
            return read
        order = sorted(range(len(read)), key=dated.__getitem__)
        return [read[place] for place in order]

    def hosts(self) -> frozenset[str]:
        """Return the hosts that the links of what was read lead to."""
        return frozenset(each.host for each in self.keys if each.host)

    def newest_at(self) -> datetime | None:
        """Return the newest date of what was read, None when nothing has one."""
        return max((e.published_at for e in self.keys if e.published_at), default=None)

    def memory(self) -> dict[str, tuple[str, ...]]:
        """Return the draft keys by slice, for the next fetch; empty if it is not sliced."""
        return dict(
            zip(self.slices, (each.draft for each in self.keys), strict=True)
            if self.slices
            else ()
        )


def key_all(
    parsed: ParsedFeed,
    spec: FeedSpec,
    remembered: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
) -> Fetch:
    """Return the entries of a fetch with their keys, which depend on the whole fetch.

    Args:
        parsed: The document; of a sliced one, entries may be missing that are remembered.
        spec: The feed.
        remembered: The draft keys by slice of the last fetch.
    """
    if not parsed.slices:
        whole = tuple(key_entry(entry, spec) for entry in parsed.entries)
        keys = identity.keys_of([each.candidate for each in whole])
        return Fetch(keyed=whole, keys=keys)
    read: dict[str, deque[Keyed]] = {}
    for entry in parsed.entries:
        read.setdefault(entry.slice, deque()).append(key_entry(entry, spec))
    places: list[tuple[str, Keyed | None]] = []
    candidates: list[identity.Candidate] = []
    for name in parsed.slices:
        if found := read.get(name):
            keyed = found.popleft()
            places.append((name, keyed))
            candidates.append(keyed.candidate)
        elif draft := remembered.get(name):
            places.append((name, None))
            candidates.append(identity.Candidate(draft=draft))
    return Fetch(
        keyed=tuple(each for _, each in places),
        keys=identity.keys_of(candidates),
        slices=tuple(name for name, _ in places),
        skeleton=parsed.skeleton,
    )


def prepare_unseen(
    fetch: Fetch, seen: Container[str], spec: FeedSpec
) -> Mapping[int, Prepared]:
    """Return, by position, what was read and has no key that was seen."""
    return {
        position: prepare_entry(keyed, spec)
        for position, (keyed, keys) in enumerate(zip(fetch.keyed, fetch.keys, strict=True))
        if keyed is not None and not any(key in seen for key in keys.trusted)
    }
