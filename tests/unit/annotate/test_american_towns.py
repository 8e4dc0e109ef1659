"""Towns that bear the name of a city abroad, and what says that they are meant."""

import pytest

from bot.annotate.places import find_mentions


def codes(text: str) -> set[str]:
    return {
        mention.region or mention.country or ""
        for mention in find_mentions(text, "en")
        if not mention.weak
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A man was held, the Athens Police Department said. An Athens woman saw it.",
            {"US"},
            id="one phrase tells for all of the text, and no state is guessed",
        ),
        pytest.param(
            "The Athens Police Department in Georgia arrested a man in Atlanta, Georgia.",
            {"US-GA"},
            id="unless the text names one",
        ),
        pytest.param("Athens police arrested 40 protesters.", {"GR-I"}, id="without it"),
        pytest.param(
            "Dubai Police Department officers were praised.", {"AE-DU"}, id="no namesake"
        ),
        pytest.param(
            "A house burned down in Belgrade in central Minnesota on Saturday.",
            {"US-MN"},
            id="in a part of a state",
        ),
        pytest.param(
            "Students marched in Belgrade in central Serbia on Saturday.",
            {"RS-00", "RS"},
            id="in a part of its own country",
        ),
        pytest.param("Houston-based Acme will cut jobs.", {"US-TX"}, id="-based"),
        pytest.param("Fires spread near Nelson, B.C., on Sunday.", {"CA-BC"}, id="B.C."),
        pytest.param("The NSW government said Sydney was safe.", {"AU-NSW"}, id="NSW"),
        pytest.param("The temple was built in 300 BC.", set(), id="before Christ"),
        pytest.param(
            "A statue of the 5th century B.C. was found.", set(), id="century B.C."
        ),
    ],
)
def test_where_a_text_of_america_plays(text: str, expected: set[str]) -> None:
    assert codes(text) == expected
