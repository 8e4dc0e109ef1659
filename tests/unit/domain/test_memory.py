from bot.domain.memory import LONGEST, REMEMBERED, Memory


def test_a_question_is_answered_once() -> None:
    asked: list[str] = []

    def answer(word: str) -> str:
        asked.append(word)
        return word.upper()

    remembered = Memory(answer)

    assert [remembered["a"], remembered["b"], remembered["a"]] == ["A", "B", "A"]

    assert asked == ["a", "b"]


def test_a_long_question_is_answered_and_forgotten() -> None:
    remembered = Memory(len)

    assert remembered["x" * (LONGEST + 1)] == LONGEST + 1

    assert not remembered


def test_what_is_asked_again_outlives_what_is_not() -> None:
    asked: list[str] = []

    def answer(word: str) -> str:
        asked.append(word)
        return word

    remembered = Memory(answer)

    for number in range(3 * REMEMBERED):
        _ = remembered[str(number)]
        _ = remembered["again"]

    assert asked.count("again") == 1
    assert len(remembered) <= REMEMBERED
