import pytest

from bot.match.stems import stems


@pytest.mark.parametrize(
    "forms",
    [
        "drone drones",
        "attack attacks attacked attacking",
        "uav uavs",
        "дрон дрони дронами дронів дронам дронах дроном дронові",
        "дрон дроны дронов дронами дронам",
        "обстріл обстрілу обстріли обстрілів обстрілами",
        "обстрел обстрела обстрелы обстрелов обстрелами",
        "харків харкова харкові харковом харкову",
        "київ києва києві києвом",
        "білгород білгорода білгороді білгородом",
        "белгород белгорода белгороде белгородом",
        "область області областю",
        "атака атаки атаку атаці атакою атак",
        "миколаїв миколаєва миколаєві",
        "сумський сумського сумському сумська сумської",
        "київський київського київська київській",
        "ракета ракети ракетою ракет ракетами",
    ],
)
def test_a_word_shares_a_stem_with_each_of_its_inflections(forms: str) -> None:
    word, *others = forms.split()

    assert [other for other in others if not stems(word) & stems(other)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("дрон", "дракон"),
        ("київ", "кий"),
        ("news", "new"),
        ("харків", "харчування"),
        ("attack", "атака"),
        ("мир", "мiр"),
    ],
)
def test_different_words_share_none(one: str, other: str) -> None:
    assert not stems(one) & stems(other)


@pytest.mark.parametrize("word", ["сум", "us", "", "16", "東京", "'", "їм'я"[:3]])
def test_short_words_and_other_scripts_have_no_stem(word: str) -> None:
    assert stems(word) == frozenset()


def test_a_stem_of_two_letters_is_none() -> None:
    assert "r:им" not in stems("имею")


def test_a_russian_word_has_no_ukrainian_stem_and_the_other_way_round() -> None:
    assert {stem[0] for stem in stems("взрывы")} == {"r"}
    assert {stem[0] for stem in stems("вибухів")} == {"u"}
    assert {stem[0] for stem in stems("ракета")} == {"r", "u"}
