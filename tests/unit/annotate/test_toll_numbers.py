"""Two, three, five of whom: the forms that a number asks for, in five languages."""

from datetime import UTC, datetime

import pytest

from bot.annotate.reports import read_report

AT = datetime(2026, 6, 5, tzinfo=UTC)
# Two, three and five of each, as the subject of a sentence.
COUNTED = {
    "uk": """
        дві людини, три людини, п'ять людей
        двоє дітей, три дитини, п'ятеро дітей
        дві жінки, три жінки, п'ять жінок
        двоє чоловіків, три чоловіки, п'ять чоловіків
        двоє дівчаток, три дівчинки, п'ять дівчаток
        двоє працівниць, три працівниці, п'ять працівниць
        двоє немовлят, три немовляти, п'ятеро немовлят
        два місцеві жителі, три місцеві жителі, п'ять місцевих жителів
        двоє військових, три військові, п'ятеро військових
    """,
    "ru": """
        два человека, три человека, пять человек
        двое детей, три ребёнка, пятеро детей
        две женщины, три женщины, пять женщин
        двое мужчин, трое мужчин, пять мужчин
        две девочки, три девочки, пять девочек
        две работницы, три работницы, пять работниц
        два младенца, три младенца, пять младенцев
        два местных жителя, три местных жителя, пять местных жителей
    """,
    "pl": """
        dwie osoby, trzy osoby, pięć osób
        dwoje dzieci, troje dzieci, pięcioro dzieci
        dwóch chłopców, trzech chłopców, pięciu chłopców
        dwie dziewczynki, trzy dziewczynki, pięć dziewczynek
        dwóch mężczyzn, trzech mężczyzn, pięciu mężczyzn
    """,
    "de": """
        zwei Menschen, drei Menschen, fünf Menschen
        zwei Jungen, drei Jungen, fünf Jungen
        zwei Jugendliche, drei Jugendliche, fünf Jugendliche
        zwei Retter, drei Retter, fünf Retter
        zwei Fahrgäste, drei Fahrgäste, fünf Fahrgäste
    """,
    "en": """
        two people, three people, five people
        two police officers, three police officers, five police officers
        two babies, three babies, five babies
    """,
}
SAID = {
    "uk": (
        ("killed", "Загинули {}"),
        ("killed", "Внаслідок удару {} загинули."),
        ("wounded", "{} поранено"),
        ("wounded", "{} дістали поранення"),
        ("wounded", "Постраждали {}."),
    ),
    "ru": (
        ("killed", "Погибли {}"),
        ("killed", "В результате удара {} погибли."),
        ("wounded", "{} ранены"),
        ("wounded", "{} получили ранения"),
        ("wounded", "Пострадали {}."),
    ),
    "pl": (("killed", "Zginęło {}"), ("wounded", "{} odniosło obrażenia")),
    "de": (
        ("killed", "{} kamen ums Leben"),
        ("wounded", "{} wurden verletzt"),
        ("wounded", "{} kamen ins Krankenhaus"),
    ),
    "en": (("killed", "{} were killed"), ("wounded", "{} suffered injuries")),
}


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        (lang, row.strip())
        for lang, rows in COUNTED.items()
        for row in rows.strip().splitlines()
    ],
)
def test_a_number_of_people_is_counted_in_each_of_its_forms(
    language: str, forms: str
) -> None:
    for number, people in zip((2, 3, 5), forms.split(", "), strict=True):
        for kind, sentence in SAID[language]:
            text = sentence.format(people)
            tolls = read_report(text, "", language, published_at=AT).tolls
            assert [(toll.kind.value, toll.low) for toll in tolls] == [(kind, number)], text
