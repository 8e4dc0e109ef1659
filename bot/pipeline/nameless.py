"""Feeds that call all their entries anew at each fetch: told by their texts.

Guid, link and date are made when such a feed is asked, so at every poll all its entries
would be new. One that says the same may as well be the next alarm, so much is asked for:
the second document in a row of which nothing is known, nearly all of whose texts the feed
had before, and most entries of which claim to have stood there at the last poll.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.dedupe.identity import FEW, MOST, Judgement, Known, New, Verdict
from bot.domain.model import Feed
from bot.pipeline.prepare import Fetch, Keyed
from bot.store import entry_names

REASON = "seen before: same text, in a feed that names all its entries anew"
REMEMBERED = (
    3  # times as many entries as there are now: so many of the newest are looked at
)


async def know_by_text(
    tx: AsyncConnection, feed: Feed, fetch: Fetch, judgement: Judgement
) -> Judgement:
    """Return the judgement of a fetch of which nothing was known, by its texts."""
    if len(fetch.keyed) < FEW or feed.last_success_at is None:
        return judgement
    if await entry_names.find_last_gap(tx, feed.id) != feed.last_success_at:
        return judgement
    newest = await entry_names.find_texts(tx, feed.id, REMEMBERED * len(fetch.keyed))
    texts = [(each.title, each.entry.summary) for each in fetch.keyed]
    uses = Counter(texts)
    known = [newest.get(text) if uses[text] == 1 else None for text in texts]
    if not _is_renamed(feed, fetch.keyed, known):
        return judgement
    pairs = zip(judgement.verdicts, known, strict=True)
    return replace(judgement, verdicts=tuple(_verdict(*pair) for pair in pairs))


def _verdict(verdict: Verdict, entry_id: int | None) -> Verdict:
    if isinstance(verdict, New) and entry_id is not None:
        return Known(reason=REASON, entry_id=entry_id)
    return verdict


def _is_renamed(feed: Feed, keyed: Sequence[Keyed], known: Sequence[int | None]) -> bool:
    """Say whether nearly all texts are known, and most of their entries claim to be old."""
    dates = [
        each.candidate.published_at
        for each, entry_id in zip(keyed, known, strict=True)
        if entry_id is not None
    ]
    if len(dates) < max(FEW, MOST * len(keyed)) or feed.last_success_at is None:
        return False
    old = sum(date is None or date <= feed.last_success_at for date in dates)
    return 2 * old > len(dates)
