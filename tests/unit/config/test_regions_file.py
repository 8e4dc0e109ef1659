from pathlib import Path

import pytest

from bot.config import regions
from bot.config.region_values import make_place_id
from bot.config.regions import Known, RegionsFile, load_regions, parse_regions
from bot.domain.errors import ConfigError, ConfigErrors
from bot.domain.model import Kind, Place
from bot.domain.own_regions import Name, OwnPlace, OwnRegion, OwnRegions, Size

FULL = """\
version: 1
regions:
  - id: RU-BEL
    aliases:
      ru: [Белогорье, "  Белгородчина  моя "]
      EN: Belogorye
    places:
      - name: {ru: Гоголевка, uk: Гоголівка, en: Gogolevka}
        type: hamlet
        lat: 51.23
        lon: -35
      - name: {ru: [Черкасское Поречное, Поречное]}
        id: own-porechnoye
    context: [Гладков, governor Gladkov]
    exclude: [Белгород-Днестровский]
    require_context: [Поповка]
  - id: UA
groups:
  border: [RU-BEL, own-porechnoye, UA]
  Прикордоння_2: [UA]
"""
PLACES = {
    place.id: place
    for place in (
        Place(id="UA", kind=Kind.COUNTRY, names={"en": "Ukraine"}, country="UA"),
        Place(
            id="RU-BEL",
            kind=Kind.REGION,
            names={"en": "Belgorod Oblast"},
            country="RU",
            region="RU-BEL",
        ),
        Place(
            id="x-kyiv",
            kind=Kind.SETTLEMENT,
            names={"en": "Kyiv"},
            country="UA",
            region="UA-30",
        ),
    )
}
KNOWN = Known(
    find=PLACES.get,
    nearest=lambda text: PLACES["RU-BEL"] if text.casefold().startswith("b") else None,
)


def parse(body: str) -> RegionsFile:
    return parse_regions(body.encode(), KNOWN)


def faults(body: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        parse(body)
    return str(caught.value).splitlines()


def fault(*lines: str) -> str:
    """Return the one complaint about a region with these lines."""
    body = "".join(f"    {line}\n" for line in lines)
    found = faults(f"version: 1\nregions:\n  - id: RU-BEL\n{body}")
    assert len(found) == 1
    return found[0]


def test_every_key_is_read_and_the_rest_has_defaults(tmp_path: Path) -> None:
    path = tmp_path / "regions.yaml"
    path.write_text(FULL, encoding="utf-8")

    found = load_regions(path, KNOWN)

    assert found.own == OwnRegions(
        regions=(
            OwnRegion(
                id="RU-BEL",
                aliases=(
                    Name(text="Белогорье", language="ru"),
                    Name(text="Белгородчина моя", language="ru"),
                    Name(text="Belogorye", language="en"),
                ),
                places=(
                    OwnPlace(
                        id="own-ru-bel-gogolevka",
                        names=(
                            Name(text="Гоголевка", language="ru"),
                            Name(text="Гоголівка", language="uk"),
                            Name(text="Gogolevka", language="en"),
                        ),
                        size=Size.HAMLET,
                        latitude=51.23,
                        longitude=-35.0,
                    ),
                    OwnPlace(
                        id="own-porechnoye",
                        names=(
                            Name(text="Черкасское Поречное", language="ru"),
                            Name(text="Поречное", language="ru"),
                        ),
                    ),
                ),
                context=("Гладков", "governor Gladkov"),
                exclude=("Белгород-Днестровский",),
                require_context=("Поповка",),
            ),
            OwnRegion(id="UA"),
        ),
        groups={
            "border": ("RU-BEL", "own-porechnoye", "UA"),
            "Прикордоння_2": ("UA",),
        },
    )


def test_each_name_is_known_by_its_line() -> None:
    lines = parse(FULL).lines

    assert lines["RU-BEL", "aliases", "Belogorye"] == 6
    assert lines["RU-BEL", "places", "Гоголівка"] == 8
    assert lines["RU-BEL", "context", "governor Gladkov"] == 14
    assert lines["", "groups", "Прикордоння_2"] == 20


@pytest.mark.parametrize("body", ["version: 1\n", "version: 1\nregions: []\ngroups: {}\n"])
def test_a_file_may_say_nothing(body: str) -> None:
    assert not parse(body).own


@pytest.mark.parametrize(
    ("body", "faulty"),
    [
        ("regions: []\n", "1: version: is missing"),
        ("regions: []\nversion: 2\n", "2: version: '2' is unknown; write 1"),
        ("version: [1]\n", "1: version: write 1"),
        ("[]", "1: must have keys (version, regions, groups), as in version: 1"),
        ("version: 1\nregion: []\n", "2: region: there is no such key; did you mean"),
        ("version: 1\nregions: RU-BEL\n", "2: regions: must be a list, such as lines that"),
        ("version: 1\nregions: [RU-BEL]\n", "2: regions[0]: must have keys (id, aliases,"),
        ("version: 1\nregions:\n  - places: []\n", "3: regions[0].id: is missing"),
        ("version: 1\ngroups: [RU-BEL]\n", "2: groups: must have names, such as border:"),
        ("version: 1\ngroups:\n", "2: groups: must have names, such as border:"),
        ("version: 1\ngroups: {a: UA}\n", "2: groups.a: must be a list, such as [RU-BEL,"),
        ("version: 1\ngroups: {a: []}\n", "2: groups.a: must have 1 to 200 ids"),
        ("version: 1\ngroups: {a: [UA, UA]}\n", "2: groups.a[1]: UA stands there twice"),
        ("version: 1\ngroups: {a: [XX]}\n", "2: groups.a[0]: 'XX' is no id of the"),
        ("version: 1\ngroups: {a b: [UA]}\n", "2: groups.a b: must be one word of at most"),
        ("version: 1\ngroups: {None: [UA]}\n", "2: groups.None: is a word of /region"),
        (
            "version: 1\ngroups:\n  a-b: [UA]\n  A-B: [UA]\n",
            "4: groups.A-B: is the same name as in line 3",
        ),
        (
            "version: 1\nregions:\n  - id: UA\n  - id: UA\n",
            "4: regions[1].id: UA is described in line 3 already",
        ),
        (
            "version: 1\nregions:\n  - id: x-kyiv\n    places: []\n",
            "4: regions[0].places: stand in a region, a district or a country; this is a",
        ),
        (
            "version: 1\nregions:\n  - id: BELGOROD\n",
            "3: regions[0].id: 'BELGOROD' is no id of the gazetteer; did you mean RU-BEL (",
        ),
        (
            "version: 1\nregions:\n  - id: ZZ\n",
            "3: regions[0].id: 'ZZ' is no id of the gazetteer; `tocsin resolve NAME` tells",
        ),
    ],
)
def test_a_fault_is_named_with_its_line_and_key(body: str, faulty: str) -> None:
    (found,) = faults(body)

    assert found.startswith(f"regions.yaml:{faulty}")


@pytest.mark.parametrize(
    ("lines", "faulty"),
    [
        (["contxt: [a]"], "4: regions[0].contxt: there is no such key; did you mean con"),
        (["context: Gladkov"], "4: regions[0].context: must be a list, such as [Гладков,"),
        (["context: [[Gladkov]]"], "4: regions[0].context[0]: must be a single value"),
        (["context: ['']"], "4: regions[0].context[0]: must have 2 to 80 characters"),
        (["exclude:", "- Ok", "-"], "6: regions[0].exclude[1]: has no value; write one"),
        (["exclude: ['12']"], "4: regions[0].exclude[0]: '12' has no letter"),
        (["exclude: [Ab-Cd, ab cd]"], "4: regions[0].exclude[1]: ab cd stands in line 4"),
        (
            ["aliases: [Ab]"],
            "4: regions[0].aliases: must be names by language, such as {ru",
        ),
        (["aliases: {russian: [Ab]}"], "4: regions[0].aliases.russian: 'russian' is not a"),
        (["aliases: {ru: a b c d-e f}"], "4: regions[0].aliases.ru: must have at most 5 "),
        (["aliases: {ru: []}"], "4: regions[0].aliases.ru: has no name; write one or"),
        (["aliases: {ru: [Ab, AB]}"], "4: regions[0].aliases.ru: AB stands in line 4"),
        (["places: [{}]"], "4: regions[0].places[0].name: is missing"),
        (
            ["places: [Ab]"],
            "4: regions[0].places[0]: must have keys (name, type, lat, lon,",
        ),
        (["places: [{name: Ab}]"], "4: regions[0].places[0].name: must be names by langua"),
        (
            ["places:", "- name: {en: Ab}", "  type: villag"],
            "6: regions[0].places[0].type: 'villag' is no type of a place; did you mean v",
        ),
        (
            ["places:", "- name: {en: Ab}", "  lat: 91", "  lon: 3"],
            "6: regions[0].places[0].lat: '91' is not a number such as 51.23",
        ),
        (
            ["places:", "- name: {en: Ab}", "  lat: 9", "  lon: nan"],
            "7: regions[0].places[0].lon: 'nan' is not a number such as 36.28",
        ),
        (
            ["places:", "- name: {en: Ab}", "  lat: north", "  lon: 3"],
            "6: regions[0].places[0].lat: 'north' is not a number such as 51.23",
        ),
        (
            ["places:", "- name: {en: Ab}", "  lat: 9"],
            "6: regions[0].places[0].lat: needs lon, too",
        ),
        (
            ["places:", "- name: {en: Ab}", "  id: AB"],
            "6: regions[0].places[0].id: 'AB' must be 3 to 40 of a-z 0-9 _ -, beginning",
        ),
        (
            ["places:", "- name: {en: Ab}", "  id: x-kyiv"],
            "6: regions[0].places[0].id: x-kyiv is a place of the gazetteer; choose",
        ),
        (
            ["places:", "- name: {en: Ab}", "- name: {en: ab, ru: Аб}"],
            "6: regions[0].places[1]: own-ru-bel-ab is described in line 5 already; del",
        ),
    ],
)
def test_a_fault_of_a_region_is_named(lines: list[str], faulty: str) -> None:
    assert fault(*lines).startswith(f"regions.yaml:{faulty}")


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    body = "groups: {a: [ZZ]}\nregions:\n  - id: ZZ\n    exclude: [x]\nversion: 3\n"

    with pytest.raises(ConfigErrors):
        parse(body)

    assert [line.split(":")[1] for line in faults(body)] == ["1", "3", "4", "5"]


def test_a_fault_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"

    with pytest.raises(ConfigError, match=r"own\.yaml: cannot be read: No such file"):
        load_regions(path, KNOWN)


def test_there_are_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regions, "MAX_NAMES", 3)
    monkeypatch.setattr(regions, "MAX_GROUPS", 1)

    assert fault("context: [ab, cd, ef, gh, ij]") == (
        "regions.yaml:4: regions[0].context[3]: is one name too many: a file has at most 3"
    )
    assert faults("version: 1\ngroups: {a: [UA], b: [UA]}\n") == [
        "regions.yaml:2: groups.b: is one too many: a file has at most 1"
    ]


@pytest.mark.parametrize(
    ("names", "place_id"),
    [
        ([("ru", "Гоголевка"), ("en", "New Gogolevka")], "own-ru-bel-new-gogolevka"),
        ([("de", "Gogolewka"), ("en-GB", "Ab")], "own-ru-bel-ab"),
        ([("de", "Gogolewka")], "own-ru-bel-gogolewka"),
        ([("ru", "Гоголевка"), ("uk", "Гоголівка")], "own-ru-bel-2148f550cf"),
        ([("en", "A very long name of a small village")], "own-ru-bel-04b817f6b6"),
    ],
)
def test_a_place_without_an_id_gets_one_that_stays(
    names: list[tuple[str, str]], place_id: str
) -> None:
    given = tuple(Name(text=text, language=language) for language, text in names)

    assert make_place_id("RU-BEL", given) == place_id
