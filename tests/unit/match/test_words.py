from bot.match.words import DocumentWords, positions

WORDS = DocumentWords("Drone attacks: Łódź", "Two drones, one F-16.")


def test_words_are_found_by_form_stem_and_beginning() -> None:
    assert [*positions(WORDS.find_form("drone"))] == [0]
    assert [*positions(WORDS.find_word("drone"))] == [0, 5]
    assert [*positions(WORDS.find_prefix("dro"))] == [0, 5]
    assert [*positions(WORDS.find_word("ship"))] == []


def test_a_gap_stands_between_title_and_summary() -> None:
    assert [*positions(WORDS.find_form("two"))] == [4]


def test_title_and_summary_may_come_as_one_text() -> None:
    whole = DocumentWords("Drone attacks: Łódź\nTwo drones, one F-16.")

    assert whole.forms == WORDS.forms
    assert whole.surface(7, 2) == "F 16"


def test_the_surface_is_as_written() -> None:
    assert WORDS.surface(2, 1) == "Łódź"
    assert WORDS.surface(5, 1) == "drones"
    assert WORDS.surface(7, 2) == "F 16"


def test_the_surface_is_folded_where_both_do_not_agree() -> None:
    assert DocumentWords("об’єкт-об’єкт").surface(0, 2) == "об'єкт об'єкт"


def test_no_text_has_no_words() -> None:
    assert DocumentWords("").forms == {}
