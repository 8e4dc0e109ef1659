"""What the shipped gazetteer promises: each form finds its place, and no text upsets it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.annotate.about import annotate
from bot.annotate.gazetteer import key_of, load
from bot.annotate.keys import LATIN_UNITS, name_keys
from bot.annotate.places import find_mentions
from bot.annotate.resolve import resolve
from bot.domain.model import Kind, Place
from tools.gazetteer.commonplace import NEVER, USELESS

GAZETTEER = load()
EAST_SLAVIC = ("uk", "ru")
NUMBERS = st.integers(0, GAZETTEER.count - 1)
LANGUAGES = st.sampled_from(["en", "uk", "ru", "pl", "de", "fr", "ar", "uk-UA", "xx", ""])
# Half of a surrogate pair is no character, but a feed in JSON may hold one.
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=120)
NAMED = st.lists(
    ANYTHING
    | st.sampled_from(["Kyiv", "Сумах", "Курск", "in", "с.", "\n", "область", "'s"]),
    max_size=12,
).map(" ".join)


def names_of(place: Place) -> dict[str, str]:
    """Return the names by language as texts write them: "Georgia (U.S. state)" is none."""
    return {
        language: name
        for language, name in place.names.items()
        if "(" not in name and (language == "en" or name != place.names["en"])
    }


def is_everyday_word(key: str, language: str) -> bool:
    """Return whether no place may be called so: the build leaves such forms out."""
    word = language in GAZETTEER.entries[key].word
    return len(key) < 2 or word or key in NEVER | USELESS


def is_lent(place: Place, key: str, language: str) -> bool:
    """Return whether the other Cyrillic language lends the name, but not this form of it.

    Of a place that has a name in one of them only, the other knows the nominative, unless
    it is a word there.
    """
    if (
        language not in EAST_SLAVIC
        or len({place.names.get(each) for each in EAST_SLAVIC}) > 1
    ):
        return False
    is_word = any(is_everyday_word(key, each) for each in EAST_SLAVIC)
    return is_word or key != key_of(place.names[language])


@given(NUMBERS)
@example(0)
@example(3031)  # Ormož has a Ukrainian name only
@example(GAZETTEER.count - 1)
def test_every_form_of_a_place_names_it(number: int) -> None:
    place = GAZETTEER.at(number)
    for language, name in names_of(place).items():
        forms = name_keys(name, language, place.kind)
        keys = [key_of(name)] if place.kind is Kind.DISTRICT else list(forms)
        for key in keys:
            places = {sense.place for sense in GAZETTEER.senses(key)}

            may_lack = is_everyday_word(key, language) or is_lent(place, key, language)
            assert number in places or may_lack, (language, key)


@given(NUMBERS)
def test_a_place_is_found_by_its_id_and_by_its_name(number: int) -> None:
    place = GAZETTEER.at(number)

    assert GAZETTEER.number(place.id) == number
    for language, name in names_of(place).items():
        found = {candidate.place.id for candidate in resolve(name, limit=1_000)}
        assert place.id in found or is_everyday_word(key_of(name), language), name


@given(NAMED, LANGUAGES)
def test_a_mention_is_a_span_with_letters_in_it(text: str, language: str) -> None:
    end = 0
    for mention in find_mentions(text, language):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.text.strip()
        assert GAZETTEER.find(mention.place_id) is not None
        end = mention.end


@given(NAMED, NAMED, LANGUAGES)
def test_any_entry_is_annotated(title: str, summary: str, language: str) -> None:
    annotation = annotate(title, summary, language)

    text = f"{title}\n{summary}"
    assert all(text[m.start : m.end] == m.text != "" for m in annotation.mentions)


# Sentences that leave no doubt, and words that have nothing to do with any place.
SENTENCES = [
    pytest.param("en", "Explosions were heard in Kharkiv.", "UA-63", id="city, English"),
    pytest.param("en", "Two people were hurt in Shebekino.", "RU-BEL", id="town, English"),
    pytest.param("uk", "У Харкові пролунали вибухи.", "UA-63", id="city, Ukrainian"),
    pytest.param("uk", "Двоє людей поранені в Шебекіному.", "RU-BEL", id="-е declined"),
    pytest.param("uk", "Бої тривають під Покровськом.", "UA-14", id="town, Ukrainian"),
    pytest.param("ru", "В Судже пропал свет.", "RU-KRS", id="town, Russian"),
    pytest.param("ru", "Взрывы прогремели в Белгороде.", "RU-BEL", id="city, Russian"),
    pytest.param("ru", "Дрон упал на рынок в Грайвороне.", "RU-BEL", id="small town"),
    pytest.param("pl", "Wybuchy było słychać w Charkowie.", "UA-63", id="city, Polish"),
]
PLAIN = {
    "en": "the people said that water was cold when it rained and then nobody slept well",
    "uk": "люди казали що вода була холодна коли йшов дощ а потім ніхто добре не спав",
    "ru": "люди говорили что вода была холодная когда шел дождь а потом никто не спал",
    "pl": "ludzie mówili że woda była zimna kiedy padał deszcz a potem nikt nie spał",
}
LETTERS = {"en": "abdegiklmnoprstuvz", "pl": "abdegiklmnoprstuwz"}
CYRILLIC = "абвгдежзиклмнопрстух"


def is_unrelated(word: str) -> bool:
    """Return whether a word names no place, nor makes a region of the city before it."""
    return not GAZETTEER.entries[word].senses and word not in LATIN_UNITS


@pytest.mark.parametrize(("language", "sentence", "region"), SENTENCES)
@settings(max_examples=30)
@given(data=st.data())
def test_plain_words_after_a_certain_place_take_nothing_away(
    data: st.DataObject, language: str, sentence: str, region: str
) -> None:
    invented = st.text(LETTERS.get(language, CYRILLIC), min_size=3, max_size=9)
    plain = st.sampled_from(PLAIN[language].split())
    words = st.lists(plain | invented.filter(is_unrelated), max_size=60)
    more = " ".join(data.draw(words))
    alone = annotate(sentence, "", language)
    assert region in alone.regions

    assert set(alone.mentions) <= set(annotate(f"{sentence} {more}", "", language).mentions)
    assert set(alone.mentions) <= set(annotate(sentence, more, language).mentions)
    assert alone.about <= annotate(sentence, more, language).about
