import pytest

from bot.annotate.further_reading import without_list

TOLD = "Nobody was hurt, the mayor said."


@pytest.mark.parametrize(
    "added",
    [
        " Also read: Bomb kills nine",
        "\nЧитайте також: Бомба вбила дев'ятьох",
        "\nЧитайте также:\nБомба убила девятерых\nГорит склад",
    ],
)
def test_headlines_of_other_reports_at_the_end_are_left_out(added: str) -> None:
    assert without_list(f"{TOLD}{added}") == TOLD


def test_what_is_no_list_or_stands_before_more_text_stays() -> None:
    before = f"Also read: Bomb kills nine. {TOLD} Firefighters left at noon."

    assert without_list(before) == before
    assert without_list("Who read also the letters?") == "Who read also the letters?"
