"""What an admin is told of names in regions.yaml; the gazetteer is the real one."""

import re

import pytest

from bot.annotate import gazetteer
from bot.annotate.collisions import describe, find_collisions
from bot.annotate.own import OwnGazetteer
from bot.domain.own_regions import Name, OwnPlace, OwnRegion, OwnRegions

BEL = "RU-BEL"


def ru(text: str) -> Name:
    return Name(text=text, language="ru")


def told(region: OwnRegion, groups: dict[str, tuple[str, ...]] | None = None) -> list[str]:
    own = OwnRegions(regions=(region,), groups=groups or {})
    findings = find_collisions(OwnGazetteer(gazetteer.base(), own))
    return [f"{each.key}: {each.name} {each.text}" for each in findings]


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        pytest.param(
            OwnRegion(id=BEL, aliases=(ru("Белгородская область"),)),
            [r"aliases: Белгородская область is a name that the gazetteer has already"],
            id="known alias",
        ),
        pytest.param(
            OwnRegion(id=BEL, aliases=(ru("Харьков"),)),
            [r"aliases: Харьков is also .*Kharkiv \(UA-63\).*: the text decides which is"],
            id="alias of elsewhere",
        ),
        pytest.param(
            OwnRegion(id=BEL, aliases=(ru("Владимир"),)),
            [
                r"aliases: Владимир is also .*: the text decides",
                r"aliases: Владимир is also .*a given name.*: it counts only where the",
            ],
            id="alias that is a person",
        ),
        pytest.param(
            OwnRegion(id=BEL, aliases=(ru("Белогорская Сторонка"),)), [], id="new alias"
        ),
        pytest.param(
            OwnRegion(id=BEL, places=(OwnPlace(id="own-p", names=(ru("Поповка"),)),)),
            [
                r"places: Поповка is also Popovka \(RU-BEL\), id \S+: ",
                r"places: Поповка is also \d+ places in .*UA.*: it counts only with",
            ],
            id="village with the name of many",
        ),
        pytest.param(
            OwnRegion(id=BEL, places=(OwnPlace(id="own-s", names=(ru("Шебекино"),)),)),
            [r"places: Шебекино is also Shebekino \(RU-BEL\), id \S+: if that is the same"],
            id="village that the gazetteer has",
        ),
        pytest.param(
            OwnRegion(id=BEL, context=("Харьков",)),
            [r"context: Харьков is also .*Kharkiv.*: texts about that support the region"],
            id="context word that is a place",
        ),
        pytest.param(
            OwnRegion(id=BEL, context=("район",)),
            [r"context: район is also a common word: many texts will support the region"],
            id="common context word",
        ),
        pytest.param(
            OwnRegion(id=BEL, exclude=("Белгород-Днестровский",)),
            [r"exclude: Белгород-Днестровский means .*\(UA-51\).*: that is still found"],
            id="exclusion that means something else",
        ),
        pytest.param(
            OwnRegion(id=BEL, exclude=("Белгород",)),
            [r"exclude: Белгород is a name of .*itself: nothing is found by it any"],
            id="exclusion of the region's own name",
        ),
        pytest.param(
            OwnRegion(id=BEL, exclude=("Матч года",)),
            [r"exclude: Матч года holds no name of RU-BEL nor of a place in it: it excl"],
            id="idle exclusion",
        ),
        pytest.param(OwnRegion(id=BEL, exclude=("ФК Белгород",)), [], id="exclusion"),
        pytest.param(
            OwnRegion(id=BEL, require_context=("Шебекино",)),
            [r"require_context: Шебекино is Shebekino \(RU-BEL\): it counts only with"],
            id="required",
        ),
        pytest.param(
            OwnRegion(id=BEL, require_context=("Суджа",)),
            [r"require_context: Суджа is no name of RU-BEL nor of a place in it: it chan"],
            id="required in vain",
        ),
    ],
)
def test_each_name_is_told_what_else_it_is(region: OwnRegion, expected: list[str]) -> None:
    found = told(region)

    assert len(found) == len(expected), found
    for line, pattern in zip(found, expected, strict=True):
        assert re.match(pattern, line), line


def test_places_of_ones_own_collide_with_each_other() -> None:
    name = ru("Новозаозёрная Балка")
    own = OwnRegions(
        regions=(
            OwnRegion(id=BEL, places=(OwnPlace(id="own-a", names=(name,)),)),
            OwnRegion(id="RU-KRS", places=(OwnPlace(id="own-b", names=(name,)),)),
        )
    )

    found = find_collisions(OwnGazetteer(gazetteer.base(), own))

    assert [(each.region, each.text.partition(":")[0]) for each in found] == [
        (BEL, "is also Новозаозёрная Балка (RU-KRS)"),
        ("RU-KRS", "is also Новозаозёрная Балка (RU-BEL)"),
    ]


def test_groups_are_told_what_they_replace() -> None:
    found = told(
        OwnRegion(id=BEL), {"border": (BEL,), "belgorod": (BEL,), "our-south": (BEL,)}
    )

    assert found[0] == "groups: border takes the place of the group that is built in"
    assert re.fullmatch(
        r"groups: belgorod is also .*: /region belgorod means the group", found[1]
    )
    assert len(found) == 2


def test_many_places_are_counted() -> None:
    base = gazetteer.base()
    codes = ["UA-63", "RU-BEL", "UA-59"]

    assert describe(map(base.place, codes[:1])).endswith("(UA-63)")
    assert describe(map(base.place, codes)) == "3 places in RU, UA"
