from hypothesis import given
from hypothesis import strategies as st

from bot.domain.folding import words
from bot.match.capitals import asked_words, capitals
from bot.match.inflections.fixed import NAMES, SURNAMES
from bot.match.stems import NAME_MARKS, apart_from_name, rules_of, stems, stems_of

WORD = st.text(alphabet="абвгдеєжзиіїйклмнопрстуфхцчшщьыэюя'", min_size=1, max_size=14) | (
    st.text(alphabet="abcdefghijklmnopqrstuvwxyzł'", min_size=1, max_size=14)
)
LANGUAGE = st.sampled_from([None, "en", "uk", "ru", "pl", "de", "fr", "es", "it"])
NAMED = st.sampled_from(
    [*sorted(NAMES), *sorted(SURNAMES), "us's", "zelenskyy", "зеленського", "haus"]
)
NAME = st.sampled_from([None, True, False])
MOST_KEYS = 130  # of a word of any language; a third of that for a text's word


@given(st.text())
def test_any_text_has_keys_and_flags(text: str) -> None:
    found = words(text)

    assert len(capitals(text)) == len(found)
    assert [word.casefold() for word in asked_words(text)] == [
        word.casefold() for word in found
    ]
    for word in found:
        assert all(":" in key for key in stems(word))


@given(word=WORD, name=NAME, language=LANGUAGE)
def test_what_is_known_only_narrows_the_keys(
    *, word: str, name: bool | None, language: str | None
) -> None:
    every = stems(word)

    assert len(every) <= MOST_KEYS
    assert stems(word, name=name, language=language, asked=False) <= every
    assert stems(word, name=name, asked=True) <= every


@given(word=WORD, name=NAME, language=LANGUAGE)
def test_a_word_meets_itself(*, word: str, name: bool | None, language: str | None) -> None:
    for folded in words(word):
        written = stems(folded, name=name, language=language, asked=False)
        assert stems(folded, asked=True) & written


@given(word=WORD | NAMED, name=NAME, language=LANGUAGE)
def test_a_capital_tells_of_names_apart_from_how_a_word_bends(
    *, word: str, name: bool | None, language: str | None
) -> None:
    reading = word + NAME_MARKS[name]
    rules = rules_of(language) if language else ""

    base, more = apart_from_name(reading, rules)

    assert stems_of(reading, rules) == {*stems_of(base, rules), *more}
