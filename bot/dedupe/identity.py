"""Is this entry new? An entry alerts exactly once, whatever its feed does.

An entry is known if any of its trusted keys was seen: its guid, its link, or its title and
date together. Guids and links are trusted only while no other entry of the same fetch has
them: some feeds give one guid to all, or link everything to the front page. A title alone
never makes an entry known, for some titles come every day.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from bot.domain.hosts import site
from bot.domain.model import require_aware

LATE = timedelta(hours=48)  # entries come out of order; older than this is not news
FEW = 5  # entries; of fewer the texts may well come again by chance
MOST = 0.8  # of them are known when a feed gives its entries new names
MANY_HOSTS = 8  # a feed that links to so many sites may well link to another one

FIRST_POLL = "first poll of this feed"
TOO_OLD = "older than the newest entry at the first poll by more than 48 hours"
REMEMBERED = "the same bytes as in the last document"
WRONG_FEED = "no host and no entry in common with what this feed had before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What identity looks at in one entry of a fetch.

    `url_key` and `title_key` are normalized; `host` is the one that the link leads to;
    `published_at` is None for a date that is missing or impossible. An entry whose bytes
    are those of the last fetch was not read again: it has its `draft` of then, and nothing
    else.
    """

    guid: str | None = None
    url_key: str | None = None
    homepage: bool = False
    host: str = ""
    title_key: str = ""
    summary: str = ""
    published_at: datetime | None = None
    draft: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware("published_at", self.published_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryKeys:
    """The keys of one entry of a fetch, strongest first.

    `trusted` are compared with what was seen, and stored: ``g:`` guid, ``u:`` link, ``t:``
    title and date; ``s:`` title and summary of an entry without a date, which counts only
    if it is the only one (its guid may lose the trust that it has today). `alone` when the
    fetch had no other entry, so that nothing shows whether its guid or its link tells
    entries apart. `first` is the position of the entry of the same fetch that this repeats.
    `fallback` is looked up, and not stored, for a dated entry that has nothing but its date
    to tell it: its date may have been disbelieved before (a clock that was ahead).
    `draft` are the keys before anything was held against them; `is_remembered` when the
    entry was not read again.
    """

    trusted: tuple[str, ...]
    draft: tuple[str, ...] = ()
    is_remembered: bool = False
    host: str = ""
    published_at: datetime | None = None
    alone: bool = False
    first: int | None = None
    fallback: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """Not seen before: it may alert. `keys` are to be stored as seen."""

    reason: str = "new entry"
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """Not seen before, but not news: it is stored without an alert."""

    reason: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Seen before.

    `entry_id` is the stored entry, None if its text was deleted or if the entry repeats the
    one at position `first` of this fetch. `keys` are those that were not stored yet.
    """

    reason: str
    entry_id: int | None = None
    first: int | None = None
    keys: tuple[str, ...] = ()


Verdict = New | Silent | Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One verdict per entry, in their order; or the reason to leave the fetch alone.

    With `quarantine` set nothing is stored and nothing is marked seen; `verdicts` is empty.
    """

    verdicts: tuple[Verdict, ...] = ()
    quarantine: str | None = None


def keys_of(entries: Sequence[Candidate]) -> tuple[EntryKeys, ...]:
    """Return the keys of each entry of one fetch; they depend on the whole fetch."""
    drafts = [_draft(entry) for entry in entries]
    firsts: dict[tuple[str, ...], int] = {}
    for position, draft in enumerate(drafts):
        firsts.setdefault(draft, position)
    uses = Counter(key for draft in firsts for key in draft)
    last_resorts: dict[str, int] = {}
    keys = []
    for position, (entry, draft) in enumerate(zip(entries, drafts, strict=True)):
        first = firsts[draft]
        trusted = tuple(key for key in draft if uses[key] == 1)
        if not trusted:  # nothing tells it from another, except perhaps its text
            trusted = draft[-1:]
            first = min(first, last_resorts.setdefault(draft[-1], position))
        keys.append(
            EntryKeys(
                trusted=trusted,
                draft=draft,
                is_remembered=bool(entry.draft),
                host=entry.host,
                published_at=entry.published_at,
                alone=len(firsts) == 1,
                first=None if first == position else first,
                fallback=_fallback(entry, trusted),
            )
        )
    return tuple(keys)


def judge(
    entries: Sequence[EntryKeys],
    *,
    seen: Mapping[str, int | None],
    baseline_at: datetime | None,
    hosts: frozenset[str],
) -> Judgement:
    """Decide for each entry of one fetch whether it is new.

    Args:
        entries: What `keys_of` made of the whole fetch.
        seen: The feed's stored keys among those of `entries`, each with its entry's id.
        baseline_at: The newest entry's time at the first successful poll, None before it.
        hosts: The hosts of the feed's links so far; empty switches the quarantine off.
    """
    first_poll = baseline_at is None
    if not first_poll and _is_foreign(entries, seen, hosts):
        return Judgement(quarantine=WRONG_FEED)
    renamed = _is_renamed(entries, seen)
    verdicts: list[Verdict] = []
    for entry in entries:
        missing = tuple(key for key in entry.trusted if key not in seen)
        if entry.is_remembered:
            verdict: Verdict = Known(reason=REMEMBERED)
        elif entry.first is not None:
            verdict = _repeat(verdicts[entry.first], entry.first)
        elif (found := _find_seen(entry, seen, renamed=renamed)) is not None:
            verdict = Known(reason=_REASONS[found[0]], entry_id=seen[found], keys=missing)
        elif baseline_at is None:
            verdict = Silent(reason=FIRST_POLL, keys=missing)
        elif entry.published_at is not None and entry.published_at < baseline_at - LATE:
            verdict = Silent(reason=TOO_OLD, keys=missing)
        else:
            verdict = New(keys=missing)
        verdicts.append(verdict)
    return Judgement(verdicts=tuple(verdicts))


_REASONS = {
    "g": "seen before: same guid",
    "u": "seen before: same link",
    "t": "seen before: same title and date",
    "s": "seen before: same text, and nothing else to tell it by",
}


def _repeat(first: Verdict, position: int) -> Known:
    if isinstance(first, Known):
        return replace(first, first=position, keys=())
    return Known(reason="repeated in this fetch", first=position)


def _find_seen(
    entry: EntryKeys, seen: Mapping[str, int | None], *, renamed: bool
) -> str | None:
    """Return the strongest key that was seen and that counts.

    Alone in its fetch, an entry's guid may be the feed's one guid for all, and its link the
    page of all: then neither counts against the other, and a doubtful entry is new.
    """
    found = [key for key in entry.trusted if key in seen]
    strong = [key for key in entry.trusted if key[0] in "gu"]
    if len(entry.trusted) > 1 and not renamed:
        found = [key for key in found if key[0] != "s"]
    if entry.alone and not set(strong) <= set(found):
        found = [key for key in found if key[0] not in "gu"]
    if not found and entry.fallback in seen:
        return entry.fallback
    return found[0] if found else None


def _is_renamed(entries: Sequence[EntryKeys], seen: Mapping[str, int | None]) -> bool:
    """Say whether a feed without dates gave each of its entries a new guid and link.

    Nothing strong of the whole fetch was seen before, and yet nearly all of its texts, each
    of which stands once in it. Where texts come again by nature ("All clear") they stand in
    it more than once, and count for nothing.
    """
    if any(key in seen for entry in entries for key in entry.trusted if key[0] != "s"):
        return False
    texts = [key for entry in entries for key in entry.trusted if key[0] == "s"]
    return len(texts) >= FEW and sum(key in seen for key in texts) >= MOST * len(texts)


def _fallback(entry: Candidate, trusted: Sequence[str]) -> str | None:
    if entry.published_at is None or any(key[0] in "gu" for key in trusted):
        return None
    return _hash("s", entry.title_key, entry.summary)


def _is_foreign(
    entries: Sequence[EntryKeys], seen: Mapping[str, int | None], hosts: frozenset[str]
) -> bool:
    """Say whether this looks like another site's feed, served by mistake."""
    if any(entry.is_remembered for entry in entries):
        return False
    theirs = {entry.host for entry in entries if entry.host}
    if not theirs or not hosts or len(hosts) > MANY_HOSTS:
        return False
    if any(key in seen for entry in entries for key in entry.trusted):
        return False  # a site that moved keeps guids, or titles and dates
    return not any(_is_related(one, other) for one in theirs for other in hosts)


def _is_related(one: str, other: str) -> bool:
    return (
        one == other
        or one.endswith(f".{other}")
        or other.endswith(f".{one}")
        or site(one) == site(other)
    )


def _draft(entry: Candidate) -> tuple[str, ...]:
    """Return the keys of guid and link, if any, and of the title with date or else text."""
    if entry.draft:
        return entry.draft
    guid = (entry.guid or "").strip()
    for scheme in ("https://", "http://"):
        guid = guid.removeprefix(scheme)
    keys = []
    if guid:
        keys.append(_hash("g", guid))
    if entry.url_key and not entry.homepage:
        keys.append(_hash("u", entry.url_key))
    title = entry.title_key or entry.summary
    if title and entry.published_at is not None:
        date = entry.published_at.astimezone(UTC).isoformat(timespec="seconds")
        keys.append(_hash("t", title, date))
    else:
        keys.append(_hash("s", entry.title_key, entry.summary))
    return tuple(keys)


def _hash(letter: str, *parts: str) -> str:
    text = "\x1f".join(parts).encode("utf-8", "replace")
    return f"{letter}:{blake2b(text, digest_size=16).hexdigest()}"
