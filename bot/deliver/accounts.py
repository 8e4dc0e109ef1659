"""Where the accounts of a story differ, side by side; never who is right (pure)."""

from collections.abc import Iterator
from typing import Final

from bot.deliver.html import Html, bold, fill, join, link, text
from bot.deliver.plain import line
from bot.deliver.speakers import speaker
from bot.domain.accounts import CardAccounts, CardCount, CardVoice
from bot.i18n import Texts, mark

MAX_NAME: Final = 40
_COUNTED: Final = {
    "killed": mark("killed, {low} to {high}: {counts}"),
    "wounded": mark("wounded, {low} to {high}: {counts}"),
    "casualties": mark("killed or wounded, {low} to {high}: {counts}"),
}


def account_lines(accounts: CardAccounts, texts: Texts, *, limit: int) -> Iterator[Html]:
    """Yield what stands under the heading, and the heading if there is anything.

    Args:
        accounts: The story's.
        texts: Of the reader's language.
        limit: Characters of a quotation.
    """
    lines = [*_claims(accounts.claims, texts, limit), *_counts(accounts, texts)]
    if lines:
        yield text("⚖️ ") + bold(texts.gettext("Accounts differ"))
        yield from lines


def _claims(claims: tuple[CardVoice, ...], texts: Texts, limit: int) -> Iterator[Html]:
    by_quote: dict[str, list[CardVoice]] = {}
    for voice in claims:
        by_quote.setdefault(voice.quote, []).append(voice)
    for quote, voices in by_quote.items():
        speakers = (speaker(each.actor, each.side, texts) for each in voices)
        yield fill(
            texts.gettext("• {who}: “{quote}” ({outlet})"),
            who="; ".join(speakers),
            quote=line(quote, limit),
            outlet=link(line(voices[0].outlet, MAX_NAME), voices[0].url),
        )


def _counts(accounts: CardAccounts, texts: Texts) -> Iterator[Html]:
    for counted in accounts.counts:
        template = _COUNTED.get(counted[0].count.kind.value)
        if template is None:
            continue
        yield text("• ") + fill(
            texts.gettext(template),
            low=str(counted[0].count.low),
            high=str(counted[-1].count.high or counted[-1].count.low),
            counts=join("; ", [_count(each, texts) for each in counted]),
        )


def _count(counted: CardCount, texts: Texts) -> Html:
    count, voice = counted.count, counted.voice
    if count.high is None:
        number = texts.gettext("at least {count}").format(count=count.low)
    elif count.high == count.low:
        number = str(count.low)
    else:
        number = f"{count.low}–{count.high}"
    return fill(
        texts.gettext("{count} – {who} ({outlet})"),
        count=number,
        who=speaker(voice.actor, voice.side, texts),
        outlet=link(line(voice.outlet, MAX_NAME), voice.url),
    )
