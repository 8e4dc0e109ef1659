import pytest

from bot.domain.own_regions import Name, OwnPlace, OwnRegion, OwnRegions
from bot.pipeline.own_regions import diff_regions, summary

PLACE = OwnPlace(id="own-a", names=(Name(text="Аа", language="ru"),))
BELGOROD = OwnRegion(id="RU-BEL", places=(PLACE,), context=("Гладков",))
KURSK = OwnRegion(id="RU-KRS")
BEFORE = OwnRegions(regions=(BELGOROD, KURSK), groups={"a": ("UA",), "b": ("UA",)})


@pytest.mark.parametrize(
    ("after", "told"),
    [
        pytest.param(BEFORE, "nothing changed", id="same"),
        pytest.param(
            OwnRegions(regions=(KURSK, BELGOROD), groups=BEFORE.groups),
            "nothing changed",
            id="another order",
        ),
        pytest.param(
            OwnRegions(),
            "2 removed (RU-BEL, RU-KRS); 2 groups changed (a, b)",
            id="all gone",
        ),
        pytest.param(
            OwnRegions(
                regions=(OwnRegion(id="RU-BEL", exclude=("Аа",)), OwnRegion(id="UA")),
                groups={"a": ("UA", "BY"), "b": ("UA",), "c": ("UA",)},
            ),
            "1 added (UA); 1 removed (RU-KRS); "
            "1 changed (RU-BEL: places context exclude); 2 groups changed (a, c)",
            id="everything at once",
        ),
    ],
)
def test_the_log_says_what_a_new_file_changes(after: OwnRegions, told: str) -> None:
    diff = diff_regions(BEFORE, after)

    assert str(diff) == told
    assert bool(diff) is (told != "nothing changed")


def test_a_summary_counts() -> None:
    assert summary(BEFORE) == "2 regions, 1 place, 2 groups"
