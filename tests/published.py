"""An entry that comes while a chat looks on, as ingest would bring it."""

from chat_client import ChatClient
from sqlalchemy import insert, select, update

from bot.annotate.about import annotate
from bot.dedupe.keys import Candidate, keys_of
from bot.domain.model import DeliveryState
from bot.normalize.url import url_key
from bot.pipeline.matching import Matcher
from bot.pipeline.queries import asked_of
from bot.pipeline.telling import Telling, tell
from bot.store import entries, schema, subscriptions
from bot.store.entries import Seen, add_seen


async def publish(
    chat: ChatClient,
    title: str,
    language: str = "ru",
    *,
    message_id: int | None = None,
    story_id: int | None = None,
) -> str:
    """Let an entry come as ingest does, in a story of its own or not; return its link."""
    found = annotate(title, "", language)
    entry_id = await chat.add_entry(title, *found.about)
    at = chat.clock.now
    async with chat.store.write() as tx:
        if story_id is None:
            story = await tx.execute(
                insert(schema.story)
                .values(first_seen_at=at, last_seen_at=at)
                .returning(schema.story.c.id)
            )
            story_id = int(story.scalar_one())
        await tx.execute(
            update(schema.entry)
            .where(schema.entry.c.id == entry_id)
            .values(story_id=story_id, language=language)
        )
        link = str(
            (
                await tx.execute(
                    select(schema.entry.c.link).where(schema.entry.c.id == entry_id)
                )
            ).scalar_one()
        )
        key = keys_of([Candidate(url_key=url_key(link))])[0].draft[0]
        await add_seen(tx, [Seen(feed_id=1, key=key, entry_id=entry_id, seen_at=at)])
        matcher = Matcher(await subscriptions.load_all(tx))
        entry = await entries.find_entry(tx, entry_id)
        assert entry is not None
        asked = asked_of(entry, found.about)
        telling = Telling(
            entry_id=entry_id,
            story_id=story_id,
            asked=asked,
            matches=matcher.find(asked),
            at=at,
        )
        await tell(tx, [telling])
        if message_id is not None:
            await tx.execute(
                update(schema.delivery)
                .where(schema.delivery.c.entry_id == entry_id)
                .values(
                    state=DeliveryState.SENT.value, message_id=message_id, finished_at=at
                )
            )
    return link
