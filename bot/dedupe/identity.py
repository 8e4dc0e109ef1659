"""Is this entry new? An entry alerts exactly once, whatever its feed does.

An entry is known if any of its trusted keys was seen: its guid, its link, or its title and
date together. Guids and links are trusted only while no other entry of the same fetch has
them: some feeds give one guid to all, or link everything to the front page. A title alone
never makes an entry known, for some titles come every day.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.dedupe.keys import EntryKeys
from bot.domain.hosts import site

LATE = timedelta(hours=48)  # entries come out of order; older than this is not news
FEW = 5  # entries; of fewer the texts may well come again by chance
MOST = 0.8  # of them are known when a feed gives its entries new names
MANY_HOSTS = 8  # a feed that links to so many sites may well link to another one

FIRST_POLL = "first poll of this feed"
TOO_OLD = "older than the newest entry at the first poll by more than 48 hours"
WAS_AWAY = "published more than 48 hours ago, while the feed was not read"
REMEMBERED = "the same bytes as in the last document"
WRONG_FEED = "no host and no entry in common with what this feed had before"


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
class Standing:
    """The newest entry of a feed that has one at a time; is it replaced by another now?"""

    entry_id: int
    is_replaced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One verdict per entry, in their order; or the reason to leave the fetch alone.

    With `quarantine` set nothing is stored and nothing is marked seen; `verdicts` is empty.
    """

    verdicts: tuple[Verdict, ...] = ()
    quarantine: str | None = None


def judge(
    entries: Sequence[EntryKeys],
    *,
    seen: Mapping[str, int | None],
    baseline_at: datetime | None,
    hosts: frozenset[str],
    remembers: bool = False,
    old_before: datetime | None = None,
    standing: Standing | None = None,
) -> Judgement:
    """Decide for each entry of one fetch whether it is new.

    Args:
        entries: What `keys_of` made of the whole fetch.
        seen: The feed's stored keys among those of `entries`, each with its entry's id.
        baseline_at: The newest entry's time at the first successful poll, None before it.
        hosts: The hosts of the feed's links so far; empty switches the quarantine off.
        remembers: The fetch has entries that were not read again.
        old_before: What was published before is no news: the feed was away for long.
        standing: What a feed of one entry said last, under the guid and link of this one.
    """
    first_poll = baseline_at is None
    if not first_poll and not remembers and _is_foreign(entries, seen, hosts):
        return Judgement(quarantine=WRONG_FEED)
    renamed = not remembers and _is_renamed(entries, seen)
    is_replaced = standing is not None and standing.is_replaced
    verdicts: list[Verdict] = []
    for entry in entries:
        missing = tuple(key for key in entry.trusted if key not in seen)
        if entry.is_remembered:
            verdict: Verdict = Known(reason=REMEMBERED)
        elif entry.first is not None:
            verdict = _repeat(verdicts[entry.first], entry.first)
        elif not is_replaced and (found := _find_seen(entry, seen, renamed=renamed)):
            holder = standing.entry_id if standing else _holder(found, seen)
            reason = _REASONS[found[0][0]]
            verdict = Known(reason=reason, entry_id=holder, keys=missing)
        elif baseline_at is None:
            verdict = Silent(reason=FIRST_POLL, keys=missing)
        elif entry.published_at is not None and entry.published_at < baseline_at - LATE:
            verdict = Silent(reason=TOO_OLD, keys=missing)
        elif old_before and entry.published_at and entry.published_at < old_before:
            verdict = Silent(reason=WAS_AWAY, keys=missing)
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
) -> Sequence[str]:
    """Return the keys that were seen and that count, the strongest first.

    Alone in its fetch, an entry's guid may be the feed's one guid for all, and its link the
    page of all: then neither counts against the other, and a doubtful entry is new.
    """
    found = [key for key in entry.trusted if key in seen]
    strong = [key for key in entry.trusted if key[0] in "gu"]
    if strong and not renamed and not entry.stood:
        found = [key for key in found if key[0] != "s"]
    if entry.alone and not set(strong) <= set(found):
        found = [key for key in found if key[0] not in "gu"]
    if not found and entry.fallback is not None and entry.fallback in seen:
        return (entry.fallback,)
    return found


def _holder(keys: Sequence[str], seen: Mapping[str, int | None]) -> int | None:
    """Return the entry that has these keys, None if its text was deleted.

    A key that several entries have, as some feeds give one guid to some, is the first
    one's for ever. So the entry that most keys name is meant, of several the newest: the
    text of one must not replace that of another.
    """
    votes = Counter(found for key in keys if (found := seen[key]) is not None)
    return max(votes, key=lambda each: (votes[each], each), default=None)


def _is_renamed(entries: Sequence[EntryKeys], seen: Mapping[str, int | None]) -> bool:
    """Say whether a feed without dates gave each of its entries a new guid and link.

    One date for all is one, too: an alarm that all regions have at one second, next to that
    of an hour ago.

    Nothing strong of the whole fetch was seen before, and yet nearly all of its texts, each
    of which stands once in it. Where texts come again by nature ("All clear") they stand in
    it more than once, and count for nothing.
    """
    if any(key in seen for entry in entries for key in entry.trusted if key[0] != "s"):
        return False
    undated = [entry for entry in entries if entry.published_at is None]
    texts = [key for entry in undated for key in entry.trusted if key[0] == "s"]
    return len(texts) >= FEW and sum(key in seen for key in texts) >= MOST * len(texts)


def _is_foreign(
    entries: Sequence[EntryKeys], seen: Mapping[str, int | None], hosts: frozenset[str]
) -> bool:
    """Say whether this looks like another site's feed, served by mistake."""
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
