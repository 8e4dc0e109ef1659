import re

import pytest

from bot.annotate.gazetteer import key_of, load
from bot.domain.model import Kind


def test_every_first_level_region_is_there() -> None:
    gazetteer = load()

    assert len(gazetteer.regions("UA")) == 27
    assert len(gazetteer.regions("RU")) == 83
    assert len(gazetteer.countries()) > 240


def test_ids_are_stable_and_safe() -> None:
    gazetteer = load()

    ids = [gazetteer.title(number)[0] for number in range(gazetteer.count)]
    assert len(set(ids)) == len(ids) > 100_000
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", place_id) for place_id in ids)


def test_a_title_is_what_the_place_says() -> None:
    gazetteer = load()

    for number in range(0, gazetteer.count, 97):
        place = gazetteer.at(number)
        assert gazetteer.title(number) == (place.id, place.names["en"])


def test_a_place_lies_in_its_region_and_country() -> None:
    gazetteer = load()

    assert gazetteer.inside("g486816") == ("RU-KRS", "RU")
    assert gazetteer.inside("UA-59") == ("UA",)
    assert gazetteer.inside("UA") == ()
    assert gazetteer.inside("no-such-place") == ()


def test_an_unknown_id_is_an_error() -> None:
    with pytest.raises(KeyError):
        load().place("no-such-place")


def test_every_settlement_names_a_known_region() -> None:
    gazetteer = load()

    regions = {place.id: place.country for place in gazetteer.regions()}
    for spot in map(gazetteer.spot, range(gazetteer.count)):
        if spot.kind is Kind.SETTLEMENT and spot.region:
            assert regions[spot.region] == spot.country


def test_the_table_is_read_once() -> None:
    assert load() is load()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Усть-Луга", "усть луга"),
        ("Мар’їнка", "мар'їнка"),
        ("Орёл", "орел"),
        ("U.S.", "u s"),
    ],
)
def test_keys(name: str, key: str) -> None:
    assert key_of(name) == key
