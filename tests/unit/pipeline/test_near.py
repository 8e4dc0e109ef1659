import pytest

from bot.domain.model import Circle, find_circle
from bot.pipeline.near import DEFAULT_KM, Near, find_near


@pytest.mark.parametrize(
    ("text", "name", "km"),
    [
        pytest.param("Sumy near 50 km", "Sumy", 50, id="English"),
        pytest.param("Sumy 50km", "Sumy", 50, id="written together"),
        pytest.param("Суми 50 км", "Суми", 50, id="Ukrainian"),
        pytest.param("50 км від Сум", "Сум", 50, id="from"),
        pytest.param("в радиусе 30 км от Белгорода", "Белгорода", 30, id="Russian"),
        pytest.param("within 20 km of Sudzha", "Sudzha", 20, id="within"),
        pytest.param("Велика Писарівка 15 км", "Велика Писарівка", 15, id="two words"),
        pytest.param("Sumy near 50", "Sumy", 50, id="without a unit"),
        pytest.param("біля Сум", "Сум", DEFAULT_KM, id="without a distance"),
        pytest.param("Sumy nearby", "Sumy", DEFAULT_KM, id="at the end"),
        pytest.param("near 50 km", "", 50, id="where the person is"),
        pytest.param("поруч", "", DEFAULT_KM, id="just here"),
        pytest.param("near me", "", DEFAULT_KM, id="near me"),
        pytest.param("біля мене 30 км", "", 30, id="likewise in Ukrainian"),
        pytest.param("рядом со мной", "", DEFAULT_KM, id="likewise in Russian"),
        pytest.param("US 50 km", "US", 50, id="a country that is no word"),
        pytest.param("Sumy 12,5 km", "Sumy", 12, id="a fraction"),
        pytest.param("Sumy 99999 km", "Sumy", 99999, id="far too far"),
    ],
)
def test_a_distance_is_read(text: str, name: str, km: int) -> None:
    assert find_near(text) == Near(name=name, km=km)


@pytest.mark.parametrize(
    "text", ["", "Sumy", "50", "km", "Sumy 50", "Nearchos", "50 kmh", "x50 km"]
)
def test_what_asks_for_no_distance(text: str) -> None:
    assert find_near(text) is None


@pytest.mark.parametrize(("km", "fits"), [(0, False), (1, True), (200, True), (201, False)])
def test_a_distance_has_bounds(km: int, *, fits: bool) -> None:
    assert Near(name="Sumy", km=km).fits is fits


def test_a_circle_is_known_by_its_id() -> None:
    circle = Circle(place_id="g692194", km=50)

    assert circle.id == "g692194~50"
    assert find_circle(circle.id) == circle


@pytest.mark.parametrize(
    "text", ["g692194", "~50", "g1~", "g1~0", "g1~05", "g1~9999", "g1~50~5", "g 1~5", ""]
)
def test_what_is_no_circle(text: str) -> None:
    assert find_circle(text) is None
