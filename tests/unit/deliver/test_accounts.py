"""How differing accounts read: each with who says it, and no verdict."""

from bot.deliver.accounts import account_lines
from bot.deliver.html import join
from bot.domain.accounts import CardAccounts, CardCount, CardVoice, Count
from bot.domain.reports import TollKind
from bot.i18n import texts


def voice(actor: str, side: str, quote: str = "", outlet: str = "Alpha") -> CardVoice:
    return CardVoice(actor=actor, side=side, quote=quote, outlet=outlet, url=None)


def counted(low: int, high: int | None, who: CardVoice) -> CardCount:
    return CardCount(count=Count(kind=TollKind.KILLED, low=low, high=high), voice=who)


def plain(accounts: CardAccounts, language: str = "en", limit: int = 100) -> str:
    return join("\n", account_lines(accounts, texts(language), limit=limit)).plain


def test_nothing_that_differs_is_nothing() -> None:
    assert plain(CardAccounts()) == ""


def test_each_side_is_quoted_with_its_outlet() -> None:
    claims = (
        voice("ministry of defence", "Russia", "we took it", "TASS"),
        voice("UA", "Ukraine", "they did not", "Ukrinform"),
    )

    assert plain(CardAccounts(claims=claims)) == (
        "⚖️ Accounts differ\n"
        "• Russia, the ministry of defence: “we took it” (TASS)\n"
        "• Ukraine: “they did not” (Ukrinform)"
    )


def test_one_sentence_of_both_is_quoted_once() -> None:
    quote = "Ukraine says it was Russia, Moscow denies it"
    claims = (voice("UA", "Ukraine", quote), voice("kremlin", "Russia", quote))

    assert plain(CardAccounts(claims=claims)).splitlines()[1:] == [
        f"• Ukraine; Russia, the Kremlin: “{quote}” (Alpha)"
    ]


def test_numbers_are_a_range_with_who_says_which() -> None:
    counts = (
        counted(4, 4, voice("governor", "Ukraine", outlet="Ukrinform")),
        counted(11, None, voice("ministry of defence", "Russia", outlet="TASS")),
    )

    assert plain(CardAccounts(counts=(counts,))) == (
        "⚖️ Accounts differ\n"
        "• killed, 4 to 11: 4 – Ukraine, the governor (Ukrinform); "
        "at least 11 – Russia, the ministry of defence (TASS)"
    )


def test_a_long_quotation_is_cut_on_a_card() -> None:
    claims = (voice("UA", "Ukraine", "word " * 30),)

    assert "word…" in plain(CardAccounts(claims=claims), limit=40)
