from hypothesis import given
from hypothesis import strategies as st

from bot.annotate.about import annotate
from bot.annotate.gazetteer import key_of, load
from bot.annotate.places import find_mentions
from bot.annotate.resolve import resolve
from bot.annotate.tokens import tokenize

WORDS = st.sampled_from(
    "Kyiv Moscow Sumy Суми Сумах Белгород Курск «Курск» подлодка в у . , : \n the said "
    "Georgia "
    "US рф Володимир Sumy's l'Ukraine Великої Новосілки область районі Also read: "
    "'Kharkiv' "
    "Су\u0301ми Ѐ İ ß ﬁ".split(" ")
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=30).map(" ".join))
LANGUAGES = st.sampled_from([None, "en", "uk", "ru", "pl", "uk-UA", "xx"])


@given(TEXTS, LANGUAGES)
def test_a_mention_is_a_span_of_the_text(text: str, lang: str | None) -> None:
    end = 0
    for mention in find_mentions(text, lang):
        assert mention.start >= end
        assert text[mention.start : mention.end] == mention.text
        assert load().find(mention.place_id) is not None
        end = mention.end


@given(TEXTS, TEXTS, LANGUAGES)
def test_what_an_entry_is_about_is_among_its_mentions(
    title: str, summary: str, lang: str | None
) -> None:
    annotation = annotate(title, summary, lang or "en")

    strong = [m for m in annotation.mentions if not m.weak]
    ids = {code for m in strong for code in (m.place_id, m.region, m.country)}
    wider = {each for code in annotation.regions for each in load().wider(code)}
    assert annotation.about <= ids | wider
    assert set(annotation.regions) <= ids


@given(TEXTS)
def test_words_do_not_overlap(text: str) -> None:
    end = 0
    for token in tokenize(text):
        assert end <= token.start < token.end <= len(text)
        end = token.end


@given(st.text(max_size=60))
def test_a_key_of_a_key_is_itself(name: str) -> None:
    assert key_of(key_of(name)) == key_of(name)


@given(st.text(max_size=60), st.integers(min_value=1, max_value=8))
def test_candidates_are_ranked_and_bounded(text: str, limit: int) -> None:
    found = resolve(text, limit=limit)

    scores = [candidate.score for candidate in found]
    assert len(found) <= limit
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 100 for score in scores)
    assert len({c.place.id for c in found}) == len(found)
