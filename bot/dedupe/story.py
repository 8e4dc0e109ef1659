"""Which story does a new entry tell?

Here two entries tell one story only if they have the same link or the same title. What is
doubtful opens a story of its own, and so alerts: joining the wrong story swallows news.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

WINDOW = timedelta(hours=72)
# A poll that began later may be recorded first, and clocks of two workers differ.
AHEAD = timedelta(minutes=10)
RECURRING_WINDOW = timedelta(hours=12)
MIN_WORDS = 4  # shorter titles ("Air raid alert") name no event
MIN_LENGTH = 20
OWN = "o:"  # begins the key of such a title, which tells a feed's own entries apart

_TIME_OR_DATE = re.compile(
    r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b|\b\d{4}-\d{2}-\d{2}\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)?(?:-?(?:го|е|є|ого))? (?:of )?(?:jan|feb|mar|apr|may|jun"
    r"|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек|січ|лют|берез"
    r"|квіт|трав|черв|лип|серп|верес|жовт|листоп|груд)"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}\b"
)
_ROUNDUP = re.compile(
    r"\b(?:past|last) (?:day|night|24 hours)|\bovernight\b|\blive\b|\bupdates?\b|\btoday\b"
    r"|\bза (?:минул\w+ |прошедш\w+ |ост\w+ )?(?:добу|день|ніч|сутки|ночь)\b|\bонлайн\b"
    r"|\bсьогодні\b|\bсегодня\b|\bстаном на\b|\bпо состоянию на\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCandidate:
    """One stored story key: which feed brought it into which story, and when.

    Rows of a candidate story under other keys are welcome: they tell which feeds have had
    their say in it.
    """

    story_id: int
    key: str
    feed_id: int
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChoice:
    """The story that the entry joins, None for one of its own; and why.

    `is_refused` when stories with its link or title are there, and it is of none of them.
    `barred` are those in which its feed has had the same short title.
    """

    story_id: int | None
    reason: str
    is_refused: bool = False
    barred: frozenset[int] = frozenset()


def story_keys(
    *, title_key: str, url_key: str | None = None, homepage: bool = False
) -> tuple[str, ...]:
    """Return the keys under which an entry's story is found, strongest first.

    Under that of a short title no story is found: it bars those of the feed itself.
    """
    keys = []
    if url_key and not homepage:
        keys.append(_hash("u", url_key))
    if len(title_key) >= MIN_LENGTH and len(title_key.split()) >= MIN_WORDS:
        keys.append(_hash("t", title_key))
    elif title_key:
        keys.append(_hash(OWN[0], title_key))
    return tuple(keys)


def choose_story(
    *,
    keys: Sequence[str],
    candidates: Sequence[StoryCandidate],
    feed_id: int,
    title_key: str,
    now: datetime,
) -> StoryChoice:
    """Choose the story of a new entry among those that share a key with it.

    A feed has one entry in a story: what it publishes as another entry is, for it,
    something else ("Operational information as of 08:00", daily), and alerts; under a short
    title ("Air raid alert") another feed's may be of a story that its words name. Where one
    title has opened several stories, or names a time or a day, it comes again and again,
    and joins only what is at most `RECURRING_WINDOW` old. The newest story is chosen.

    Args:
        keys: The entry's `story_keys`.
        candidates: Stored keys of stories that share a key with the entry.
        feed_id: The entry's feed.
        title_key: The entry's folded title.
        now: Current time, aware.
    """
    recent = [row for row in candidates if -AHEAD <= now - row.seen_at <= WINDOW]
    ours = [row for row in recent if row.feed_id == feed_id]
    own = {row.story_id for row in ours}
    barred = frozenset(
        row.story_id for row in ours if row.key in keys and row.key.startswith(OWN)
    )
    refused = None
    for key in keys:
        rows = [row for row in recent if row.key == key]
        if not rows or key.startswith(OWN):
            continue
        newest = max(
            (row for row in rows if row.story_id not in own),
            key=lambda row: (row.seen_at, row.story_id),
            default=None,
        )
        if newest is None:
            refused = (
                refused or "this feed is in that story already, so it is another event"
            )
        elif key.startswith("u:"):
            return StoryChoice(story_id=newest.story_id, reason="same link in another feed")
        elif now - newest.seen_at > RECURRING_WINDOW and _is_recurring(title_key, rows):
            refused = "the title comes again and again, and the last time is long ago"
        else:
            return StoryChoice(
                story_id=newest.story_id, reason="same title in another feed"
            )
    alone = "this feed has had this title in that story" if barred else ""
    return StoryChoice(
        story_id=None,
        reason=refused or alone or "no story with its link or title",
        is_refused=refused is not None,
        barred=barred,
    )


def _is_recurring(title_key: str, rows: Sequence[StoryCandidate]) -> bool:
    return (
        len({row.story_id for row in rows}) > 1
        or _TIME_OR_DATE.search(title_key) is not None
        or _ROUNDUP.search(title_key) is not None
    )


def _hash(letter: str, text: str) -> str:
    digest = blake2b(text.encode("utf-8", "replace"), digest_size=16)
    return f"{letter}:{digest.hexdigest()}"
