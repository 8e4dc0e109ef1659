"""A claim is written as its actor, the side it speaks for if known, and what it does."""

import pytest
from report_tables import cases

from bot.annotate.actors import letters_of
from bot.annotate.claims import find_claims
from bot.annotate.lettering import cut
from bot.domain.reports import Claim


def read(sentence: str, language: str) -> tuple[Claim, ...]:
    words = cut(sentence, language)
    return find_claims(words, letters_of(words), language)


def written(claim: Claim) -> str:
    side = f"/{claim.side}" if claim.side else ""
    return f"{claim.actor}{side} {claim.kind}"


@pytest.mark.parametrize(("language", "sentence", "claims"), cases("claims"))
def test_a_sentence_makes_these_claims_and_no_others(
    language: str, sentence: str, claims: str
) -> None:
    found = read(sentence, language)

    assert " ".join(map(written, found)) == claims


def test_a_claim_knows_its_statement_and_its_actor() -> None:
    text = "It rained. The bridge is closed, the mayor said. More later."

    (claim,) = read(text, "en")

    assert text[claim.start : claim.end] == "The bridge is closed, the mayor said"
    assert text[claim.actor_start : claim.actor_end] == "mayor"


def test_what_follows_a_colon_is_the_statement() -> None:
    text = "Генштаб: прорив зупинено"

    (claim,) = read(text, "uk")

    assert text[claim.start : claim.end] == "прорив зупинено"


def test_a_body_without_its_country_is_of_no_side_in_a_language_of_two() -> None:
    text = "Генштаб: прорыв остановлен"

    (claim,) = read(text, "ru")

    assert claim.side is None
