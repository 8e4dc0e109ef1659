"""Whatever an admin writes into regions.yaml, names are found and texts are safe."""

from hypothesis import given
from hypothesis import strategies as st

from bot.annotate import gazetteer
from bot.annotate.collisions import find_collisions
from bot.annotate.keys import name_keys
from bot.annotate.own import OwnGazetteer, words_of
from bot.annotate.places import find_mentions
from bot.config.region_values import MAX_WORDS, read_place_name
from bot.domain.model import Kind
from bot.domain.own_regions import Name, OwnPlace, OwnRegion, OwnRegions

LETTERS = (
    "абвгдежзийклмнопрстуфхцчшщыэюяёіїєґ" + "abcdefghijklmnopqrstuvwxyząćęłńóśźż" + "'ʼ"
)
WORD = st.text(LETTERS, min_size=2, max_size=12).map(str.capitalize)
PLAIN = st.lists(WORD, min_size=1, max_size=MAX_WORDS).map(" ".join)
LANGUAGE = st.sampled_from(["uk", "ru", "pl", "en", "de", "be", "zh-Hant-TW"])


def is_name(text: str) -> bool:
    try:
        read_place_name(text)
    except ValueError:
        return False
    return True


NAME = (PLAIN | st.text(min_size=2, max_size=40)).filter(is_name)


@given(
    st.lists(st.tuples(NAME, LANGUAGE), min_size=1, max_size=3), NAME, st.text(max_size=80)
)
def test_anything_that_may_be_written_is_safe(
    names: list[tuple[str, str]], phrase: str, text: str
) -> None:
    given_names = tuple(Name(text=name, language=language) for name, language in names)
    region = OwnRegion(
        id="RU-BEL",
        aliases=given_names,
        places=(OwnPlace(id="own-a", names=given_names),),
        context=(phrase,),
        exclude=(phrase,),
        require_context=(phrase,),
    )
    own = OwnGazetteer(
        gazetteer.base(), OwnRegions(regions=(region,), groups={"a": ("UA",)})
    )
    find_collisions(own)
    gazetteer.use(own)
    try:
        whole = f"{text} {phrase}, {names[0][0]}. {text}"
        for mention in find_mentions(whole):
            assert whole[mention.start : mention.end] == mention.text
    finally:
        gazetteer.use(None)


@given(NAME, LANGUAGE)
def test_every_form_of_a_name_leads_to_its_place(name: str, language: str) -> None:
    place = OwnPlace(id="own-a", names=(Name(text=name, language=language),))
    region = OwnRegion(id="RU-BEL", places=(place,))

    own = OwnGazetteer(gazetteer.base(), OwnRegions(regions=(region,)))

    for key in name_keys(words_of(name), language, Kind.SETTLEMENT):
        assert own.number("own-a") in {sense.place for sense in own.senses(key)}
        first, *rest = key.split(" ")
        assert own.entries[first].begins or not rest
