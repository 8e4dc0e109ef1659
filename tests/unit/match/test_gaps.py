"""What keeps an entry from a query."""

import pytest

from bot.match.gaps import count_held, find_gaps
from bot.match.parse import parse_query
from bot.match.printing import canonical
from bot.match.words import Asked, DocumentWords

ENTRY = Asked(
    words=DocumentWords("Drones over the dam", "Nobody was hurt"),
    about=frozenset({"UA-59"}),
    language="en",
    feeds=frozenset({"alpha"}),
)


@pytest.mark.parametrize(
    ("query", "gaps", "held"),
    [
        pytest.param("drone dam", [], 2, id="nothing is missing"),
        pytest.param("drone bridge", [("bridge", None)], 1, id="a word is not there"),
        pytest.param("drone -dam", [("dam", ("dam",))], 1, id="an excluded word is there"),
        pytest.param("drone -lang:en", [("lang:en", ())], 1, id="an excluded language"),
        pytest.param(
            "drone (bridge OR (road train))",
            [("bridge", None)],
            1,
            id="of alternatives the nearest",
        ),
        pytest.param("title:hurt drone", [("title:hurt", None)], 1, id="not in the title"),
        pytest.param(
            "bridge road lang:uk",
            [("bridge", None), ("road", None), ("lang:uk", None)],
            0,
            id="nothing is there",
        ),
        pytest.param(
            "feed:beta region:UA-63 drone",
            [("feed:beta", None), ("region:UA-63", None)],
            1,
            id="facts",
        ),
    ],
)
def test_the_fewest_conditions_that_fail(
    query: str, gaps: list[tuple[str, tuple[str, ...] | None]], held: int
) -> None:
    node = parse_query(query, lambda name: name)

    found = find_gaps(node, ENTRY)

    assert [(canonical(gap.part), gap.found) for gap in found] == gaps
    assert count_held(node, ENTRY) == held
