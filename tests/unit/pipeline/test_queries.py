"""What follows ``/keyword``: a query, and the places it is about."""

from collections.abc import Iterator

import pytest

from bot.annotate import gazetteer
from bot.domain.errors import QueryError
from bot.domain.model import Subscription
from bot.domain.own_regions import OwnRegions
from bot.match import reasons
from bot.pipeline.narrowing import narrow_to_regions, query_text
from bot.pipeline.own_regions import apply_regions
from bot.pipeline.queries import read_keyword, subscription_of
from bot.pipeline.regions import find_group

SUMY = "g692194"
BORDER = tuple(place.id for place in find_group("border"))


@pytest.mark.parametrize(
    ("text", "query", "regions"),
    [
        pytest.param("дрон in Суми", "дрон", ("UA-59",), id="a region"),
        pytest.param("дрон in border", "дрон", BORDER, id="a group"),
        pytest.param("дрон in прикордоння", "дрон", BORDER, id="a group's other name"),
        pytest.param("дрон in Донбас", "дрон", ("x-donbas",), id="a wider region"),
        pytest.param("газ in Балтія", "газ", ("EE", "LV", "LT"), id="a group of countries"),
        pytest.param("дрон in Sumy 50 km", "дрон", (f"{SUMY}~50",), id="a circle"),
        pytest.param("дрон in 30 км від Сум", "дрон", (f"{SUMY}~30",), id="from a town"),
        pytest.param("дрон in Sumy nearby", "дрон", (f"{SUMY}~50",), id="nearby"),
        pytest.param(f"дрон in {SUMY}~20", "дрон", (f"{SUMY}~20",), id="a circle's id"),
        pytest.param(
            "дрон in Львівська область, border, Sumy 50 km",
            "дрон",
            ("UA-46", *BORDER, f"{SUMY}~50"),
            id="several",
        ),
        pytest.param("дрон in Суми або Львів", "дрон", ("UA-59", "UA-46"), id="either"),
        pytest.param("a in Sumy and b", "a in Sumy and b", (), id="a place and a word"),
        pytest.param("house in 5 km", "house in 5 km", (), id="a distance from nothing"),
        pytest.param("fire in nowhere 5 km", "fire in nowhere 5 km", (), id="no such town"),
        pytest.param("war in Ukraine 5 km", "war in Ukraine 5 km", (), id="of a country"),
    ],
)
def test_a_query_may_be_in_regions_groups_and_circles(
    text: str, query: str, regions: tuple[str, ...]
) -> None:
    asked = read_keyword(text)

    assert (asked.query, asked.regions) == (query, regions)


@pytest.mark.parametrize("km", [0, 201, 900])
def test_a_circle_that_nobody_can_follow_is_refused_at_its_name(km: int) -> None:
    with pytest.raises(QueryError) as refusal:
        read_keyword(f"дрон in Харківська область, Sumy {km} km")

    assert refusal.value.reason == reasons.TOO_FAR
    assert refusal.value.position == len("дрон in Харківська область, ")


@pytest.mark.parametrize("language", ["en", "uk", "ru"])
@pytest.mark.parametrize("region", ["UA-59", f"{SUMY}~50", "RU-BEL", "g578072~10"])
def test_what_a_narrower_query_is_called_is_read_as_the_same(
    region: str, language: str
) -> None:
    mine = Subscription(id=1, chat_id=1, regions=(region,))
    asked = narrow_to_regions(subscription_of("дрон"), [mine])

    again = subscription_of(query_text(asked, language))

    assert again == asked
    assert again.regions == (region,)


@pytest.fixture
def own_group() -> Iterator[None]:
    apply_regions(OwnRegions(groups={"my towns": ("UA-59", "UA-63")}))
    yield
    gazetteer.use(None)


@pytest.mark.usefixtures("own_group")
def test_a_query_may_be_in_a_group_of_regions_yaml() -> None:
    asked = read_keyword("dam in my towns")

    assert (asked.query, asked.regions) == ("dam", ("UA-59", "UA-63"))
