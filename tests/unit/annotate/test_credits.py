import pytest
from report_tables import cases

from bot.annotate.credits import find_credits


@pytest.mark.parametrize(("_language", "sentence", "credited"), cases("credits"))
def test_a_sentence_credits_these_agencies(
    _language: str, sentence: str, credited: str
) -> None:
    assert " ".join(credit.agency for credit in find_credits(sentence)) == credited


def test_an_agency_is_credited_once() -> None:
    text = "(Reuters) - The port is open, the mayor told Reuters"

    (credit,) = find_credits(text)

    assert text[credit.start : credit.end] == "Reuters"
