from collections.abc import Callable

import pytest

from bot.domain.own_regions import Name, OwnPlace, OwnRegion, OwnRegions

NAMES = (Name(text="Гоголевка", language="ru"),)
PLACE = OwnPlace(id="own-a", names=NAMES)


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: Name(text=" ", language="ru"), id="empty name"),
        pytest.param(lambda: Name(text="a", language=""), id="no language"),
        pytest.param(lambda: OwnPlace(id="a", names=()), id="no name"),
        pytest.param(lambda: OwnPlace(id="a", names=NAMES, latitude=1.0), id="half"),
        pytest.param(
            lambda: OwnPlace(id="a", names=NAMES, latitude=91.0, longitude=0.0), id="north"
        ),
        pytest.param(
            lambda: OwnPlace(id="a", names=NAMES, latitude=0.0, longitude=-181.0), id="west"
        ),
        pytest.param(
            lambda: OwnRegions(regions=(OwnRegion(id="own-a", places=(PLACE,)),)),
            id="described twice",
        ),
    ],
)
def test_nonsense_is_refused(make: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        make()


def test_a_file_that_says_nothing_is_false() -> None:
    assert not OwnRegions()
    assert OwnRegions(groups={"a": ("UA",)})
