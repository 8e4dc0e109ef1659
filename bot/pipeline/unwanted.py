"""What waits for a chat, without what it muted or stopped following meanwhile.

::

    alerts that wait → is one of their story's entries found by what the chat follows now,
      and not muted? → that entry tells the story; none is → the story is dropped, with the
      reason

It is decided when the digest, or the alert that was held, is made: what was taken back by
then comes as if nothing had been. What changed in a story that was told is left alone.
"""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import DeliveryState, Mute, MuteKind
from bot.match.words import Asked
from bot.pipeline.matching import Matcher
from bot.pipeline.mutes import is_muted
from bot.pipeline.queries import asked_of
from bot.route.decide import MUTED, OTHER_OUTLET, UNFOLLOWED
from bot.store import entries, mutes, subscriptions, unwanted, waiting
from bot.store.entries import StoredEntry
from bot.store.unwanted import Lead, Note
from bot.store.waiting import Waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """By story: why it is told no more, or which other entry tells it now."""

    refused: dict[int, str] = field(default_factory=dict)
    leads: dict[int, Lead] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifted:
    """What of all that waited is told, and by story why the rest is not."""

    wanted: tuple[Waiting, ...]
    refused: Mapping[int, str]


async def take(
    tx: AsyncConnection,
    chat_id: int,
    states: Collection[DeliveryState],
    *,
    now: datetime,
) -> Sifted:
    """Take what waits in these states, as `waiting.take` does, and sift it."""
    return await sift(tx, chat_id, await waiting.take(tx, chat_id, states), now=now)


async def sift(
    tx: AsyncConnection, chat_id: int, alerts: Sequence[Waiting], *, now: datetime
) -> Sifted:
    """Return which of these the chat still wants; the caller drops the others."""
    verdicts = await _judge(tx, chat_id, _told_by(alerts), now=now)
    leads = {
        alert.id: verdicts.leads[alert.story_id]
        for alert in alerts
        if alert.is_alert and alert.story_id in verdicts.leads
    }
    await unwanted.set_leads(tx, leads)
    wanted = (
        replace(alert, **leads[alert.id]._asdict()) if alert.id in leads else alert
        for alert in alerts
        if alert.story_id not in verdicts.refused
    )
    return Sifted(wanted=tuple(wanted), refused=verdicts.refused)


async def drop(
    tx: AsyncConnection,
    chat_id: int,
    sifted: Sifted,
    *,
    digest_id: int | None = None,
    now: datetime,
) -> None:
    """Tell the chat nothing of what it does not want; with the digest made without it."""
    for reason in sorted(set(sifted.refused.values())):
        stories = [story for story, why in sifted.refused.items() if why == reason]
        await unwanted.drop(
            tx, chat_id, stories, reason=reason, digest_id=digest_id, now=now
        )


async def count_untold(tx: AsyncConnection, chat_id: int, *, now: datetime) -> int:
    """Return how many stories wait for the chat's next digest, as it would be made now."""
    alerts = await waiting.find_untold(tx, chat_id)
    verdicts = await _judge(tx, chat_id, _told_by(alerts), now=now)
    return len({alert.story_id for alert in alerts} - verdicts.refused.keys())


async def find_refusal(
    tx: AsyncConnection, chat_id: int, story_id: int, entry_id: int, *, now: datetime
) -> str:
    """Return why a story that waits would be dropped now, "" if it would be told."""
    verdicts = await _judge(tx, chat_id, {story_id: entry_id}, now=now)
    return verdicts.refused.get(story_id, "")


def _told_by(alerts: Sequence[Waiting]) -> dict[int, int]:
    """Return, by story, the entry that tells it, of those that were not told before."""
    return {alert.story_id: alert.entry_id for alert in alerts if alert.is_alert}


async def _judge(
    tx: AsyncConnection, chat_id: int, told_by: Mapping[int, int], *, now: datetime
) -> Verdicts:
    """Judge stories that wait, each by the entry that is to tell it and its others.

    No text is read of what the chat follows as before, if it mutes nothing.
    """
    if not told_by:
        return Verdicts()
    # A muted story is not among what is taken.
    muted = [
        mute
        for mute in await mutes.of_chat(tx, chat_id, now=now)
        if mute.kind is not MuteKind.STORY
    ]
    noted = await unwanted.find_notes(tx, chat_id, told_by.values())
    asked = {s: entry for s, entry in told_by.items() if muted or entry not in noted}
    if not asked:
        return Verdicts()
    tellers = await unwanted.find_tellers(tx, asked)
    ids = {*asked.values(), *(each for story in asked for each in tellers.get(story, ()))}
    judge = _Judge(
        muted=muted,
        matcher=Matcher(await subscriptions.of_chat(tx, chat_id)),
        entries=await entries.find_many(tx, ids),
        about=await entries.find_about(tx, ids),
        notes=await unwanted.find_notes(tx, chat_id, ids),
    )
    return await asyncio.to_thread(judge.all, asked, tellers)  # it reads many texts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judge:
    """Judges by what a chat mutes and follows, and by what was noted when entries came."""

    muted: Sequence[Mute]
    matcher: Matcher
    entries: Mapping[int, StoredEntry]
    about: Mapping[int, frozenset[str]]
    notes: Mapping[int, Sequence[Note]]

    def all(
        self, told_by: Mapping[int, int], tellers: Mapping[int, Sequence[int]]
    ) -> Verdicts:
        """Judge each story."""
        found = Verdicts()
        for story, own in told_by.items():
            verdict = self._one(story, own, tellers.get(story, ()))
            if isinstance(verdict, str):
                found.refused[story] = verdict
            elif verdict.entry_id != own:
                found.leads[story] = verdict
        return found

    def _one(self, story: int, own: int, tellers: Sequence[int]) -> Lead | str:
        """Return who tells the story, its own entry if that can, or why nobody does."""
        refusal = UNFOLLOWED
        for entry_id in dict.fromkeys((own, *tellers)):
            entry = self.entries.get(entry_id)
            if entry is None:
                continue  # housekeeping deletes it at this moment
            asked = asked_of(entry, self.about[entry_id])
            evidence = self._find(entry_id, asked, is_own=entry_id == own)
            if evidence is None:
                continue
            if not any(is_muted(mute, story_id=story, asked=asked) for mute in self.muted):
                return Lead(entry_id, evidence)
            refusal = MUTED
        return refusal

    def _find(self, entry_id: int, asked: Asked, *, is_own: bool) -> tuple[str, ...] | None:
        """Return because of what the chat is told of an entry; None if it is not.

        A subscription that is there again, or is another now, has noted nothing.
        """
        notes = self.notes.get(entry_id, ())
        found = [note.evidence for note in notes if note.reason != OTHER_OUTLET]
        if not found and (is_own or not notes):
            found = [match.evidence for match in self.matcher.find(asked)]
        if not found:
            return None
        return tuple(dict.fromkeys(item for evidence in found for item in evidence))
