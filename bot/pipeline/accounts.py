"""Who says what in a story, and whose texts its reports are: for people to read."""

from collections.abc import Mapping, Sequence

from bot.dedupe.accounts import Voice, compare
from bot.dedupe.copies import OUTLET
from bot.domain.accounts import CardAccounts, CardCount, CardVoice, Statement
from bot.pipeline.regions import find_place
from bot.store.entries import StoredEntry
from bot.store.reports import StoredReport


def origin_of(entry: StoredEntry, said: Mapping[int, StoredReport]) -> str:
    """Return where an entry's text is from, its outlet if nothing is known of that."""
    report = said.get(entry.id)
    if report is not None:
        return report.origin
    return f"{OUTLET}{entry.publisher or entry.feed_id}"


def find_accounts(
    stored: Sequence[StoredEntry], said: Mapping[int, StoredReport], language: str
) -> CardAccounts:
    """Return where a story's accounts differ, with names in the reader's language."""
    by_id = {entry.id: entry for entry in stored}
    found = compare(
        Voice(
            statement=Statement.unpack(packed),
            entry_id=entry.id,
            at=entry.published_at,
            language=entry.language,
        )
        for entry in stored
        if entry.id in said
        for packed in said[entry.id].statements
    )

    def voice(of: Voice) -> CardVoice:
        entry = by_id[of.entry_id]
        place = find_place(of.side)
        return CardVoice(
            actor=of.statement.actor,
            side=place.name(language) if place is not None else "",
            quote=of.statement.quote,
            outlet=entry.publisher or entry.outlet,
            url=entry.link,
        )

    return CardAccounts(
        claims=tuple(map(voice, found.claims)),
        counts=tuple(
            tuple(CardCount(count=c.count, voice=voice(c.voice)) for c in counted)
            for counted in found.counts
        ),
    )
