"""What an entry is about, as far as places go."""

from collections import Counter
from collections.abc import Iterable

from bot.annotate.gazetteer import load
from bot.annotate.places import find_mentions
from bot.domain.model import Annotation, Mention

HEAD = 1_500  # characters from the beginning in which one mention suffices
ENOUGH = 2  # mentions anywhere


def _codes(mention: Mention) -> frozenset[str]:
    """Return the ids of the mentioned place and of what it lies in."""
    wider = load().wider(mention.region)
    found = (mention.place_id, mention.region, *wider, mention.country)
    return frozenset(code for code in found if code is not None)


def about(mentions: Iterable[Mention], title_length: int) -> frozenset[str]:
    """Return the ids of what a text is about, given what it mentions.

    Those mentioned, otherwise than weakly, in the title or in the first `HEAD`
    characters, or at least `ENOUGH` times.
    """
    early: set[str] = set()
    times: Counter[str] = Counter()
    for mention in mentions:
        if mention.weak:
            continue
        codes = _codes(mention)
        times.update(codes)
        if mention.start < max(HEAD, title_length):
            early |= codes
    return frozenset(early | {code for code, count in times.items() if count >= ENOUGH})


def annotate(
    title: str, summary: str, language: str, *, home: str | None = None
) -> Annotation:
    """Return the places of an entry; offsets count from the title's first character.

    Args:
        title: The entry's title, plain text.
        summary: Its summary or text, plain text.
        language: The language of both (BCP 47).
        home: Where the outlet is (ISO 3166-1, or 3166-2 if it is local), if known.
    """
    text = f"{title}\n{summary}"
    mentions = find_mentions(text, language, home=home)
    strong = [mention for mention in mentions if not mention.weak]
    return Annotation(
        language=language,
        mentions=mentions,
        regions=tuple(sorted({m.region for m in strong if m.region is not None})),
        countries=tuple(sorted({m.country for m in strong if m.country is not None})),
        about=about(mentions, len(title)),
    )
