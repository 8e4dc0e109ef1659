"""What identifies an entry within its feed: keys that are compared and stored (pure)."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from itertools import chain

from bot.domain.model import require_aware

Draft = tuple[bytes, ...]  # an entry's keys, packed

MANY = 5  # entries; of fewer all may well have been published together
MOST_TWINS = 8  # that bring their guids and links into one entry; feeds have two or three
TOGETHER = timedelta(seconds=2)  # which dates take that are made while they are written


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What identity looks at in one entry of a fetch.

    `url_key` and `title_key` are normalized; `host` is the one that the link leads to;
    `published_at` is None for a date that is missing or impossible.
    """

    guid: str | None = None
    url_key: str | None = None
    homepage: bool = False
    host: str = ""
    title_key: str = ""
    summary: str = ""
    published_at: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware("published_at", self.published_at)


class Remembered:
    """The entries of a fetch that were not read again, because their bytes are known.

    Their guids and links still tell whether another entry's can be trusted.
    """

    def __init__(self, drafts: Iterable[Draft] = ()) -> None:
        """Count the keys of these drafts; equal drafts are one entry."""
        self._drafts = frozenset(drafts)
        self._uses = Counter(chain.from_iterable(self._drafts))

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return bool(self._drafts)

    def uses(self, key: str) -> int:
        """Return how many of them have this key."""
        return self._uses[pack_key(key)]

    def keys(self) -> AbstractSet[bytes]:
        """Return all their keys."""
        return self._uses.keys()

    def holds(self, draft: tuple[str, ...], *, by_text: bool) -> bool:
        """Return whether one has this draft, or (`by_text`) ends in its last key."""
        if by_text and self._drafts:
            last = pack_key(draft[-1])
            return any(each[-1] == last for each in self._drafts)
        return bool(self._drafts) and pack_draft(draft) in self._drafts


NOTHING = Remembered()


def pack_key(key: str) -> bytes:
    """Return a key as its letter and the 16 bytes of its hash."""
    return key[:1].encode() + bytes.fromhex(key[2:])


def pack_draft(draft: tuple[str, ...]) -> Draft:
    """Return the keys of an entry as `pack_key` does."""
    return tuple(map(pack_key, draft))


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryKeys:
    """The keys of one entry of a fetch, strongest first.

    `trusted` are compared with what was seen, and stored: ``g:`` guid, ``u:`` link, ``t:``
    title and date; ``s:`` title and summary of an entry without a date, or with the date of
    all, which counts only if it is the only one (its guid may lose the trust that it has
    today). `alone` when the fetch had no other entry, so that nothing shows whether its
    guid or its link tells entries apart. `first` is the position of the entry of the same
    fetch that this repeats.
    `stood` when an entry of the last document had the same text and is gone, and this one
    has neither guid nor date: its link may have changed with each fetch. `fallback` is
    looked up, and not stored, for a dated entry that has neither guid nor link to tell it:
    the ``s:`` key, for its date may have been disbelieved before (a clock that was ahead,
    or the date of all); the ``t:`` key if it is disbelieved now.
    `draft` are the keys before anything was held against them; `is_remembered` when an
    entry that was not read again has the same.
    """

    trusted: tuple[str, ...]
    draft: tuple[str, ...] = ()
    is_remembered: bool = False
    host: str = ""
    published_at: datetime | None = None
    alone: bool = False
    stood: bool = False
    first: int | None = None
    fallback: str | None = None


def keys_of(
    entries: Sequence[Candidate],
    remembered: Remembered = NOTHING,
    last: Collection[Draft] = (),
) -> tuple[EntryKeys, ...]:
    """Return the keys of each entry that was read; they depend on the whole fetch.

    Args:
        entries: What was read, in document order.
        remembered: What stands in the same document and was not read again.
        last: The packed keys of each entry of the last document.
    """
    is_dated = bool(remembered) or not _is_dated_at_once(entries)
    drafts = [_draft(entry, is_dated=is_dated) for entry in entries]
    summaries = dict(zip(drafts, (entry.summary for entry in entries), strict=True))
    keys_by_draft = _join_twins(summaries, remembered)
    firsts: dict[tuple[str, ...], int] = {}
    for position, draft in enumerate(drafts):
        firsts.setdefault(keys_by_draft[draft], position)
    uses = Counter(key for entry_keys in firsts for key in entry_keys)
    gone = _texts_of_gone(drafts, remembered, last)
    last_resorts: dict[str, int] = {}
    keys = []
    for position, (entry, draft) in enumerate(zip(entries, drafts, strict=True)):
        own = keys_by_draft[draft]
        first = firsts[own]
        trusted = tuple(k for k in own if uses[k] == 1 and not remembered.uses(k))
        by_text = not trusted  # nothing tells it from another, except perhaps its text
        if by_text:
            trusted = draft[-1:]
            first = min(first, last_resorts.setdefault(draft[-1], position))
        keys.append(
            EntryKeys(
                trusted=trusted,
                draft=draft,
                is_remembered=remembered.holds(draft, by_text=by_text),
                host=entry.host,
                published_at=entry.published_at,
                alone=len(summaries) == 1 and not remembered,
                stood=entry.published_at is None
                and _is_unnamed(draft)
                and draft[-1] in trusted
                and pack_key(draft[-1]) in gone,
                first=None if first == position else first,
                fallback=_fallback(entry, trusted, is_dated=is_dated),
            )
        )
    return tuple(keys)


def _is_unnamed(draft: tuple[str, ...]) -> bool:
    """Say whether an entry has neither guid nor date."""
    return draft[0][0] != "g" and draft[-1][0] == "s"


def _texts_of_gone(
    drafts: Sequence[tuple[str, ...]], remembered: Remembered, last: Collection[Draft]
) -> frozenset[bytes]:
    """Return the texts of the last document's entries that have no guid or link here.

    One that is still here under its own name lends its text to no other: that is the next
    alarm.
    """
    if not last or not any(map(_is_unnamed, drafts)):
        return frozenset()
    here = {pack_key(key) for draft in drafts for key in draft} | remembered.keys()
    return frozenset(draft[-1] for draft in last if here.isdisjoint(draft[:-1]))


def _join_twins(
    summaries: Mapping[tuple[str, ...], str], remembered: Remembered
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Return the keys of each draft with those of its twins.

    Some feeds list an entry twice, with another guid or another link. Twins have one title,
    date and summary, and a guid or link that nothing else in the document has; what shares
    neither may be two events of one headline.

    Args:
        summaries: Of the entries that were read, by draft.
        remembered: The others; what they say is not known any more, so they have no twins.
    """
    named: dict[str, list[tuple[str, ...]]] = {}
    for draft in summaries:
        for key in draft:
            if key[0] in "gu":
                named.setdefault(key, []).append(draft)
    twins = {draft: [draft] for draft in summaries}  # one list for all who are one entry
    for key, drafts in named.items():
        texts = {(draft[-1], summaries[draft]) for draft in drafts}
        if len(texts) > 1 or remembered.uses(key):
            continue
        for draft in drafts[1:]:
            fewer, more = sorted((twins[drafts[0]], twins[draft]), key=len)
            if fewer is not more:
                more += fewer
                twins |= dict.fromkeys(fewer, more)
    return {draft: _keys_of_all(draft, twins[draft]) for draft in summaries}


def _keys_of_all(
    draft: tuple[str, ...], twins: Sequence[tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the keys of an entry's twins; of very many only that of their one text.

    2,000 that are one by a chain of guids and links held the event loop for 14 s.
    """
    if len(twins) == 1:
        return draft
    if len(twins) > MOST_TWINS:
        return draft[-1:]
    return tuple(sorted({*chain.from_iterable(twins)}, key=_strength))


def _strength(key: str) -> tuple[int, str]:
    return "guts".index(key[0]), key


def _is_dated_at_once(entries: Sequence[Candidate]) -> bool:
    """Say whether all entries have one date: that of the fetch, and not their own.

    Some generators write the time at which they are asked, so that each fetch has another
    date for the same entry. A full hour is a day without its time, or a plan.
    """
    dates = [entry.published_at for entry in entries if entry.published_at is not None]
    if len(dates) < max(MANY, len(entries)):
        return False
    first = min(dates)
    return max(dates) - first <= TOGETHER and bool(first.minute or first.second)


def _fallback(entry: Candidate, trusted: Sequence[str], *, is_dated: bool) -> str | None:
    if entry.published_at is None or any(key[0] in "gu" for key in trusted):
        return None
    return _text_key(entry) if is_dated else _dated_key(entry)


def _draft(entry: Candidate, *, is_dated: bool) -> tuple[str, ...]:
    """Return the keys of guid and link, if any, and of the title with date or else text."""
    guid = (entry.guid or "").strip()
    for scheme in ("https://", "http://"):
        guid = guid.removeprefix(scheme)
    keys = []
    if guid:
        keys.append(_hash("g", guid))
    if entry.url_key and not entry.homepage:
        keys.append(_hash("u", entry.url_key))
    dated = _dated_key(entry) if is_dated else None
    keys.append(dated or _text_key(entry))
    return tuple(keys)


def _dated_key(entry: Candidate) -> str | None:
    title = entry.title_key or entry.summary
    if not title or entry.published_at is None:
        return None
    date = entry.published_at.astimezone(UTC).isoformat(timespec="seconds")
    return _hash("t", title, date)


def _text_key(entry: Candidate) -> str:
    return _hash("s", entry.title_key, entry.summary)


def _hash(letter: str, *parts: str) -> str:
    text = "\x1f".join(parts).encode("utf-8", "replace")
    return f"{letter}:{blake2b(text, digest_size=16).hexdigest()}"
