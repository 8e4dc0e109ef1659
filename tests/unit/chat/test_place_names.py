import pytest

from bot.pipeline.place_names import (
    Chosen,
    ChosenGroup,
    PlaceChoices,
    PlaceUnknown,
    choose,
    split_names,
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Sumy", ("Sumy",), id="one"),
        pytest.param("Sumy, Kharkiv", ("Sumy", "Kharkiv"), id="by commas"),
        pytest.param("+Sumy +Kharkiv -Kursk", ("Sumy", "Kharkiv", "-Kursk"), id="by signs"),
        pytest.param("Sumy −Kursk", ("Sumy", "−Kursk"), id="a typographic minus"),
        pytest.param("Rostov-on-Don", ("Rostov-on-Don",), id="hyphens are no minus"),
        pytest.param("Ivano-Frankivsk", ("Ivano-Frankivsk",), id="one hyphen"),
        pytest.param("Sumy Oblast", ("Sumy Oblast",), id="two words"),
        pytest.param(" , ;", (), id="nothing"),
        pytest.param("Sumy, Sumy", ("Sumy",), id="twice"),
        pytest.param("Суми та Харків", ("Суми", "Харків"), id="by a word"),
        pytest.param("-Sumy and Lviv", ("-Sumy", "-Lviv"), id="a word after a minus"),
        pytest.param("Sumy 50 km or border", ("Sumy 50 km", "border"), id="no plain names"),
        pytest.param("Bosnia and Herzegovina", ("Bosnia and Herzegovina",), id="one"),
        pytest.param("Суми та 20 км навколо", ("Суми та 20 км навколо",), id="a circle"),
        pytest.param("Sumy / Kharkiv", ("Sumy", "Kharkiv"), id="by a stroke"),
        pytest.param("Sumy + Kharkiv", ("Sumy", "Kharkiv"), id="by a sign between blanks"),
        pytest.param("Охтирка -Суми", ("Охтирка", "-Суми"), id="no address with a minus"),
        pytest.param(
            "Охтирка -Сумська область", ("Охтирка", "-Сумська область"), id="nor of an area"
        ),
        pytest.param("Pfgjhj;mt", ("Pfgjhj;mt",), id="another keyboard's letters"),
        pytest.param("Sumy and zzyzx", ("Sumy and zzyzx",), id="not both are places"),
    ],
)
def test_names_are_told_apart(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(
    ("name", "region", "city"),
    [
        ("Belgorod", "RU-BEL", "Belgorod"),
        ("Бєлгород", "RU-BEL", "Belgorod"),
        ("Суми", "UA-59", "Sumy"),
        ("Belgorod Oblast", "RU-BEL", None),
        ("Ukraine", "UA", None),
    ],
)
def test_a_bare_name_means_the_region(name: str, region: str, city: str | None) -> None:
    found = choose(name)

    assert isinstance(found, Chosen)
    assert found.target.id == region
    assert (found.city and found.city.name("en")) == city


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        ("Baltics, Балтія, Прибалтика, страны Балтии", "EE LV LT"),
        ("Caucasus, Кавказ", "x-north-caucasus GE AM AZ"),
        ("Central Asia, Центральна Азія, Средняя Азия", "KG KZ TJ TM UZ"),
        ("Bessarabia, Бессарабія, Бессарабия", "MD UA-51"),
        ("Java, Ява", "ID-BT ID-JB ID-JI ID-JK ID-JT ID-YO"),
    ],
)
def test_a_land_of_several_countries_or_a_common_word_is_a_group(
    names: str, ids: str
) -> None:
    for name in names.split(", "):
        found = choose(name)

        assert isinstance(found, ChosenGroup), name
        assert [place.id for place in found.places] == ids.split(), name


@pytest.mark.parametrize("name", ["Західний берег", "Западный берег", "the West Bank"])
def test_a_group_of_one_is_another_name_of_it(name: str) -> None:
    found = choose(name)

    assert isinstance(found, Chosen)
    assert found.target.id == "x-west-bank"


def test_several_of_one_name_are_choices() -> None:
    found = choose("Georgia")

    assert isinstance(found, PlaceChoices)
    assert found.exact
    assert [target.id for target in found.targets] == ["GE", "US-GA"]


def test_a_misspelling_is_a_choice() -> None:
    found = choose("Kharkv")

    assert isinstance(found, PlaceChoices)
    assert not found.exact
    assert "UA-63" in [target.id for target in found.targets]


def test_nonsense_is_unknown() -> None:
    assert choose("Zzyzxqq") == PlaceUnknown(text="Zzyzxqq")
