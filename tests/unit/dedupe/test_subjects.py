import pytest

from bot.dedupe.common.broad import labels
from bot.dedupe.common.sites import SITES
from bot.dedupe.common.subjects import (
    BARELY,
    GROWN,
    HARMFUL,
    OFFICIALS,
    SORTS,
    SUBJECTS,
)
from bot.dedupe.common.targets import KINDS
from bot.dedupe.subjects import find_subjects
from bot.dedupe.targets import NO_TARGETS, find_targets


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Sawmill on fire", {"sawmill"}),
        ("На пилорамі пожежа", {"sawmill"}),
        ("Sägewerk in Flammen", {"sawmill"}),
        ("Bear kills beekeeper", {"bear", "beekeeper"}),
        ("Niedźwiedź zabił pszczelarza", {"bear", "beekeeper"}),
        ("Пастуха убила молния", {"shepherd", "lightning"}),
        ("У метро загорівся вагон", {"metro", "train"}),
        ("Дев'ятеро травмовані", set()),  # «трава» is grass
        ("Traktor fährt auf eine Mine", set()),  # „Fähre“ is a ferry
        ("Żadna z osób nie mieszka tu", set()),  # „mięso“ is meat
        ("Sieben Verletzte in Krankenhaus", {"hospital"}),
        ("Seven in hospital", set()),  # where they lie
    ],
)
def test_a_title_says_whom_and_what_it_is_about(title: str, named: set[str]) -> None:
    assert find_subjects(title, find_targets(title)).named == named


def test_a_woman_may_be_of_any_trade_but_is_no_child() -> None:
    found = find_subjects("Жінка загинула", NO_TARGETS)

    assert not found.named
    assert {"teacher", "driver"} <= found.any_of
    assert "girl" not in found.any_of


@pytest.mark.parametrize("listed", [GROWN, HARMFUL, SORTS, BARELY, OFFICIALS])
def test_what_lists_name_is_a_subject(listed: str) -> None:
    lines = f"{SUBJECTS}{SITES}{KINDS}".replace("\n   ", " ").strip().splitlines()
    known = frozenset[str]().union(*(labels(line.split(": ")[0]) for line in lines))

    assert labels(listed) - known == set()
