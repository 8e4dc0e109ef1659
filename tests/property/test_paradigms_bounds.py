"""Whatever the text, the paradigms answer with few forms, each folded and not empty."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.annotate.paradigms import (
    GRAMMARS,
    adjective_forms,
    forms,
    land_names,
    people_forms,
    town_adjectives,
)
from bot.annotate.paradigms.phrases import MAX_FORMS
from bot.domain.folding import fold

LANGUAGES = st.sampled_from([*GRAMMARS, "en"])
LETTERS = "абвгдежзийклмнопрстуфхцчшщьюяєіїґaąbcćdeęfghijklłmnńoóprsśtuwyzźż'- "
NAMES = st.text(alphabet=LETTERS, max_size=24)
TEXTS = st.one_of(st.text(max_size=24), NAMES)


@given(TEXTS, LANGUAGES)
def test_a_name_is_among_its_forms(name: str, language: str) -> None:
    found = forms(name, language)

    assert found == set() if not fold(name) else fold(name) in found


@given(TEXTS, LANGUAGES)
def test_forms_are_few_and_folded(name: str, language: str) -> None:
    found = forms(name, language)

    assert len(found) <= MAX_FORMS
    assert all(form and fold(form) == form for form in found)


@given(NAMES, LANGUAGES)
def test_case_does_not_matter(name: str, language: str) -> None:
    assert forms(name.upper(), language) == forms(name, language)


@pytest.mark.parametrize(
    "derive", [adjective_forms, town_adjectives, land_names, people_forms]
)
@given(TEXTS, LANGUAGES)
def test_derived_words_are_few_and_folded(
    derive: Callable[[str, str], frozenset[str]], name: str, language: str
) -> None:
    found = derive(name, language)

    assert len(found) <= 2 * MAX_FORMS
    assert all(form and fold(form) == form for form in found)
