"""What a feed of one entry said last, for identity."""

from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.dedupe.identity import Standing
from bot.dedupe.standing import Said, is_another
from bot.domain.model import Feed
from bot.normalize.url import url_key
from bot.pipeline.prepare import Fetch
from bot.store import entry_names


async def find_standing(
    tx: AsyncConnection, feed: Feed, fetch: Fetch, seen: Mapping[str, int | None]
) -> Standing | None:
    """Return the entry that has the name of the one that stands alone in this fetch.

    None if there are others, its name is new, or its text was deleted. It costs a query
    where such a feed has changed, and nowhere else.
    """
    if len(fetch.keys) != 1 or not fetch.keys[0].alone or fetch.keys[0].is_remembered:
        return None
    keyed, trusted = fetch.keyed[0], fetch.keys[0].trusted
    if not any(key in seen for key in trusted if key[0] in "gu"):
        return None
    last = await entry_names.find_newest(tx, feed.id)
    candidate = keyed.candidate
    page = url_key(last.link) if last and last.link else None
    if last is None or (last.guid, page) != (keyed.entry.guid, candidate.url_key):
        return None
    return Standing(
        entry_id=last.id,
        is_replaced=is_another(
            Said(title=last.title, summary=last.summary, published_at=last.published_at),
            Said(
                title=keyed.title,
                summary=candidate.summary,
                published_at=candidate.published_at,
            ),
            has_page=candidate.url_key is not None and not candidate.homepage,
        ),
    )
