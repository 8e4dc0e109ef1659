"""A list holds words as they are compared: folded for keys, in small letters without ё."""

import re
from collections.abc import Iterator, Mapping
from types import ModuleType

import pytest

from bot.annotate.wordlists import (
    capitals,
    city_districts,
    city_life,
    city_romance,
    claims,
    common_west,
    corrections,
    denials,
    doings,
    happenings,
    occasion,
    rumours,
    statecraft,
    tolls,
    townlife,
)
from bot.domain.folding import fold

OF_KEYS = (
    *(capitals, city_districts, city_life, city_romance, common_west, doings),
    *(statecraft, townlife),
)
OF_TEXTS = (claims, corrections, denials, happenings, occasion, rumours, tolls)


def words_of(module: ModuleType) -> Iterator[str]:
    for name, held in vars(module).items():
        texts = held.values() if isinstance(held, Mapping) else held
        if name.isupper():
            yield from re.findall(r"\w+", texts if isinstance(texts, str) else repr(texts))


@pytest.mark.parametrize("module", OF_KEYS, ids=lambda module: module.__name__)
def test_what_keys_are_compared_with_is_folded(module: ModuleType) -> None:
    assert [
        word for word in words_of(module) if word.islower() and fold(word) != word
    ] == []


@pytest.mark.parametrize("module", OF_TEXTS, ids=lambda module: module.__name__)
def test_what_texts_are_searched_for_has_no_letter_that_is_read_as_another(
    module: ModuleType,
) -> None:
    assert [word for word in words_of(module) if "ё" in word] == []


def test_each_line_of_actors_names_one() -> None:
    assert all(": " in line for line in claims.ACTORS.strip().splitlines())
