"""Places that nobody lists, or one language only, by how they sound."""

import pytest

from bot.annotate.about import annotate
from bot.dedupe.unlisted import find_named, find_unlisted, hear, heard, written


@pytest.mark.parametrize(
    "names",
    [
        ("nowopawliwki", "новопавлівку", "новопавловка", "novopavlivka"),
        ("tokmaczki", "токмачку", "tokmachka"),
        ("peczenihach", "печенігах", "pechenihy", "petschenihy"),
        ("hulajpola", "гуляйполе", "huliaipole", "huljajpole"),
    ],
)
def test_a_name_sounds_the_same_in_each_script(names: tuple[str, ...]) -> None:
    assert len({heard([name]) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("новопавлівка", "новопідгородне"),
        ("новопавлівка", "новопетрівка"),
        ("новоселівка", "новосілка"),
        ("іванівка", "андріївка"),
        ("осини", "осокори"),
    ],
)
def test_other_villages_sound_otherwise(one: str, other: str) -> None:
    assert heard([one]).isdisjoint(heard([other]))


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Rosja ogłasza zajęcie Nowopawliwki", {"nowopawliwki"}),
        ("Rosja ogłasza zdobycie Małej Tokmaczki", {"małej", "tokmaczki"}),
        ("Russia claims capture of Novopavlivka", {"novopavlivka"}),
        ("Russland meldet Einnahme von Nowopawliwka", {"nowopawliwka"}),
        ("La Russie revendique la prise de Novopavlivka", {"novopavlivka"}),
        ("Moskwa: Toreck zdobyty", {"toreck"}),
        ("Drony zaatakowały Noworosyjsk", {"noworosyjsk"}),
        ("He takes a seat", set()),
    ],
)
def test_what_was_taken_or_struck_has_a_name(title: str, named: set[str]) -> None:
    assert find_named(title, ()) == named


def test_a_country_is_no_unlisted_place() -> None:
    title = "Blast aboard bulk carrier at Ukraine's Zernovyi port"

    assert find_unlisted(title, annotate(title, "", "en").mentions) == {"zernovyi"}


def test_a_town_of_the_gazetteer_sounds_as_it_is_written() -> None:
    known = written(
        annotate("Росія заявляє про захоплення Новопавлівки", "", "uk").mentions
    )

    assert heard(known) >= heard(["novopavlivka"])


def test_a_short_name_tells_no_place_without_a_region() -> None:
    assert not hear("Drone found near Osiny", "Another in Satoka", (), ()).far
    assert hear("Fire near Nowopawliwka", "", (), ()).far == heard(["nowopawliwka"])


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Плавні не захоплені, тривають бої", "плавні"),
        ("Дачное перешло под контроль российских войск", "дачное"),
        ("Росіяни заявили про окупацію села Тихе", "тихе"),
        ("Минобороны: освобождён населённый пункт Комар", "комар"),
        ("Kremlin forces claim to have occupied Iverske", "iverske"),
        ("Vesele laut Moskau eingenommen", "vesele"),
        ("Moskwa: nasze wojska zdobyły Wesełe", "wesełe"),
    ],
)
def test_what_is_taken_is_called_so_wherever_it_stands(title: str, name: str) -> None:
    assert hear(title, "", (), ()).named >= heard([name])


def test_who_speaks_is_no_place() -> None:
    assert not hear("Генштаб: бої тривають у Генштабі", "", (), ()).perhaps
