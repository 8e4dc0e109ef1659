"""Whatever is typed after /region has a meaning, and a circle is told by its id."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.model import Circle, find_circle
from bot.pipeline.near import find_near
from bot.pipeline.place_names import MAX_NAME, MAX_TERMS, choose, split_names

NAMES = st.text(max_size=120) | st.lists(
    st.sampled_from(
        [
            "Суми",
            "Sumy",
            "near",
            "50",
            "km",
            "км",
            "-",
            "+",
            ",",
            "border",
            "біля",
            "Oblast",
        ]
    ),
    max_size=12,
).map(" ".join)


@given(NAMES)
def test_any_text_means_something(text: str) -> None:
    for name in split_names(text):
        choose(name)


@given(NAMES)
def test_names_are_few_and_short(text: str) -> None:
    names = split_names(text)

    assert len(names) <= MAX_TERMS
    assert all(0 < len(name) <= MAX_NAME * MAX_TERMS for name in names)


@given(NAMES)
def test_a_name_beside_a_distance_asks_for_no_other(text: str) -> None:
    near = find_near(text)

    if near is not None:
        assert all(word in text for word in near.name.split())
        assert near.km >= 0


@given(st.from_regex(r"[A-Za-z0-9_-]{1,36}", fullmatch=True), st.integers(1, 999))
def test_a_circle_is_told_by_its_id(place_id: str, km: int) -> None:
    circle = Circle(place_id=place_id, km=km)

    assert find_circle(circle.id) == circle
