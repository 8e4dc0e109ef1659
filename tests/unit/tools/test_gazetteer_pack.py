"""The gazetteer's file: same places, same bytes, and it says what was put in."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from bot.annotate.gazetteer import Flag, Gazetteer
from bot.annotate.keys import Form, Mark, key_of
from bot.annotate.packed import Packed
from bot.domain.model import Kind
from tools.gazetteer.pack import pack
from tools.gazetteer.rows import Row
from tools.gazetteer.senses import Also

HEAD = {
    "sources": "invented",
    "centres": {"UA-59": "g1"},
    "inside": {"UA-59": 2},
    "parts": {},
    "groups": {},
}


class FewWords:
    """Knows that Суми is a word, that Вода is nothing else, and one name of people."""

    def also(self, key: str) -> Iterable[Also]:
        known = {"суми": (Form.COMMON, "uk"), "вода": (Form.WORD, "uk")}
        return [known[key]] if key in known else []

    def given_names(self) -> Iterable[tuple[str, str]]:
        return [("ганна", "uk")]

    def frequency(self, key: str, language: str) -> float:
        return 5.0 if (key, language) == ("вода", "uk") else 0.0


def some_rows() -> list[Row]:
    return [
        Row(
            id="UA", kind="country", country="UA", en="Ukraine", uk="Україна", ru="Украина"
        ),
        Row(
            id="UA-59",
            kind="region",
            country="UA",
            region="UA-59",
            en="Sumy Oblast",
            uk="Сумська область",
            ru="Сумская область",
            adjectives=[("uk", "сумський")],
        ),
        Row(
            id="g1",
            kind="settlement",
            country="UA",
            region="UA-59",
            population=256_000,
            latitude=50.92,
            longitude=34.8,
            en="Sumy",
            uk="Суми",
            ru="Сумы",
            names=[("en", "Soumy")],
            rare={"Soumy"},
            flags={"notable"},
        ),
        Row(
            id="x-voda",
            kind="settlement",
            country="UA",
            region="UA-59",
            district="D1",
            en="Voda",
            uk="Вода",
            ru="Вода",
        ),
        Row(
            id="D1",
            kind="district",
            country="UA",
            region="UA-59",
            en="Sumy Raion",
            uk="Сумський район",
            ru="Сумский район",
        ),
    ]


@pytest.fixture
def gazetteer(tmp_path: Path) -> Gazetteer:
    pack(some_rows(), HEAD, tmp_path / "some.bin", FewWords())
    return Gazetteer(Packed(tmp_path / "some.bin"))


def test_the_order_of_the_places_does_not_change_a_byte(tmp_path: Path) -> None:
    rows = some_rows()

    pack(rows, HEAD, tmp_path / "one.bin", FewWords())
    pack(rows[::-1], dict(reversed(HEAD.items())), tmp_path / "other.bin", FewWords())

    assert (tmp_path / "one.bin").read_bytes() == (tmp_path / "other.bin").read_bytes()


def test_a_place_is_read_as_it_was_written(gazetteer: Gazetteer) -> None:
    place = gazetteer.place("g1")

    assert place.kind is Kind.SETTLEMENT
    assert place.names == {"en": "Sumy", "uk": "Суми", "ru": "Сумы"}
    assert (place.region, place.country, place.population) == ("UA-59", "UA", 256_000)
    assert place.latitude == pytest.approx(50.92, abs=0.003)
    assert place.longitude == pytest.approx(34.8, abs=0.006)


def test_a_village_knows_its_district_and_no_coordinates(gazetteer: Gazetteer) -> None:
    assert gazetteer.place("x-voda").latitude is None
    assert gazetteer.inside("x-voda") == ("D1", "UA-59", "UA")


def test_an_id_between_those_of_the_file_is_unknown(gazetteer: Gazetteer) -> None:
    assert [gazetteer.number(each) for each in ("", "A", "UA-5", "g", "zz")] == [None] * 5


@pytest.mark.parametrize(
    ("text", "form", "language", "marks"),
    [
        ("Сумах", Form.NAME, "uk", Mark.OBLIQUE),
        ("Sumy", Form.NAME, "en", 0),
        ("Soumy", Form.NAME, "en", Mark.RARE),
        ("сумчани", Form.PEOPLE, "uk", 0),
    ],
)
def test_a_form_says_what_it_is(
    gazetteer: Gazetteer, text: str, form: Form, language: str, marks: int
) -> None:
    found = [
        (sense.form, sense.language, sense.marks)
        for sense in gazetteer.senses(key_of(text))
        if gazetteer.at(sense.place).id == "g1"
    ]

    assert (form, language, marks) in found


def test_a_word_is_told_from_a_name(gazetteer: Gazetteer) -> None:
    assert gazetteer.entries["суми"].common == {"uk"}
    assert gazetteer.entries["ганна"].given == {"uk"}
    assert not gazetteer.entries["ганна"].senses


def test_no_village_is_meant_by_an_everyday_word(gazetteer: Gazetteer) -> None:
    assert {sense.language for sense in gazetteer.senses("вода")} == {"ru"}
    assert gazetteer.entries["вода"].word == {"uk"}


def test_flags_are_kept(gazetteer: Gazetteer) -> None:
    number = gazetteer.number("g1")

    assert number is not None
    assert gazetteer.spot(number).flags == Flag.NOTABLE | Flag.CENTRE


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(bytes(200))

    with pytest.raises(ValueError, match="make gazetteer"):
        Packed(path)
