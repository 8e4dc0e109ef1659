from hypothesis import given
from hypothesis import strategies as st

from bot.annotate.lettering import cut
from bot.dedupe.copies import sample_of
from bot.domain.folding import words, words_of_both

PIECES = st.sampled_from(
    (
        *("Київ", "—", "F-16", "Łódź", "об’єкт", "Kуpcк", "12 000", "…", "it's", "İ", "ﬁ"),
        *(
            " ",
            "  ",
            "\u00a0",
            "\n",
            ".",
            ",",
            "e\u0301",
            "a\u0345",
            "٣",
            "²",
            "_",
            "\u2028",
        ),
    )
)
TEXT = st.one_of(st.lists(PIECES).map("".join), st.text())


@given(TEXT, TEXT)
def test_a_title_and_a_summary_have_the_words_of_each(title: str, summary: str) -> None:
    assert words_of_both(title, summary) == (words(title), words(summary))


@given(TEXT)
def test_each_word_begins_where_it_stands(text: str) -> None:
    found = cut(text, "en")

    spans = list(zip(found.starts, found.ends, strict=True))
    assert [found.text[start:end] for start, end in spans] == list(found.words)
    ends = [0, *found.ends]
    gaps = [found.text[at:start] for at, start in zip(ends, found.starts, strict=False)]
    assert not "".join(gaps).strip()


@given(TEXT)
def test_a_summary_that_begins_with_the_title_tells_it_once(text: str) -> None:
    assert sample_of(text, text) == sample_of(text, "")
