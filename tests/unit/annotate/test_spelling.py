import pytest

from bot.annotate.spelling import Spelling

NAMES = [
    ("sumy", 1),
    ("sumy", 2),
    ("суми", 1),
    ("shebekino", 3),
    ("velyka pysarivka", 4),
    ("новгород сиверский", 5),
    ("sumyk", 7),
    ("x" * 300, 6),
]


@pytest.fixture
def spelling() -> Spelling:
    return Spelling(NAMES)


@pytest.mark.parametrize(
    ("key", "places"),
    [
        pytest.param("sumi", (1, 2), id="all that bear the name"),
        pytest.param("шебекино", None, id="another script"),
        pytest.param("shebikino", (3,), id="a letter wrong"),
        pytest.param("hsebekino", (3,), id="letters swapped at the beginning"),
        pytest.param("velika pisarivka", (4,), id="two letters wrong"),
        pytest.param("новгород сиверськии", (5,), id="two words"),
        pytest.param("qqqq", None, id="nothing alike"),
        pytest.param("", None, id="nothing"),
        pytest.param("\t", None, id="a tab"),
        pytest.param("x" * 400, (6,), id="longer than any name"),
    ],
)
def test_a_misspelling_is_compared_with_what_shares_its_letters(
    spelling: Spelling, key: str, places: tuple[int, ...] | None
) -> None:
    found = spelling.alike(key, least=70, limit=5)

    assert (found[0][1] if found else None) == places


def test_the_best_come_first_and_only_so_many(spelling: Spelling) -> None:
    found = spelling.alike("sumy", least=0, limit=2)

    assert len(found) == 2
    assert found[0] == (100.0, (1, 2))
    assert found[1][0] < 100


def test_names_are_told_back(spelling: Spelling) -> None:
    rows = dict(spelling.rows())

    assert len(spelling) == len(rows) == 7
    assert rows["sumy"] == (1, 2)
    assert rows["новгород сиверский"] == (5,)
    assert spelling.size > 0


def test_nothing_is_like_no_name() -> None:
    assert Spelling([]).alike("sumy", least=0, limit=5) == []
