import pytest

from bot.deliver.change import change_lines
from bot.domain.model import CardChange
from bot.i18n import texts


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(
            CardChange(kind="casualties", words="killed", before=4, after=7),
            "🔄 killed: 4 → 7",
            id="more",
        ),
        pytest.param(
            CardChange(kind="casualties", words="wounded", after=2),
            "🔄 wounded: 2",
            id="first victims",
        ),
        pytest.param(
            CardChange(kind="casualties", words="soldiers killed", before=1, after=2),
            "🔄 soldiers killed: 1 → 2",
            id="of one side",
        ),
        pytest.param(
            CardChange(kind="denial", words="Ukraine"),
            "🔄 denied by: Ukraine",
            id="country",
        ),
        pytest.param(
            CardChange(kind="confirmation", words="governor"),
            "🔄 confirmed by: the governor",
            id="office",
        ),
        pytest.param(
            CardChange(kind="denial", words="air force"),
            "🔄 somebody denies it; see the report",
            id="an actor without a name for people",
        ),
        pytest.param(CardChange(kind="correction"), "🔄 the outlet corrected its report"),
        pytest.param(
            CardChange(kind="place", words="Hlukhiv"),
            "🔄 another place is named: Hlukhiv",
            id="place",
        ),
        pytest.param(CardChange(kind="return"), "🔄 reported again after a pause"),
    ],
)
def test_a_change_is_said_with_who_says_it(change: CardChange, said: str) -> None:
    assert list(change_lines((change,), texts("en"))) == [said]


@pytest.mark.parametrize("kind", ["", "casualties", "something new"])
def test_a_change_of_an_unknown_kind_says_nothing(kind: str) -> None:
    assert list(change_lines((CardChange(kind=kind, words="x"),), texts("en"))) == []


def test_many_rises_of_one_number_are_one() -> None:
    rises = [
        CardChange(kind="casualties", words="killed", before=now - 1, after=now)
        for now in (4, 5, 6)
    ]
    wounded = CardChange(kind="casualties", words="wounded", before=2, after=9)

    told = list(change_lines((*rises[:2], wounded, rises[2]), texts("en")))

    assert told == ["🔄 wounded: 2 → 9", "🔄 killed: 3 → 6"]
    assert list(change_lines(tuple(rises[:2]), texts("en"))) == [
        "🔄 killed: 3 → 4",
        "🔄 killed: 4 → 5",
    ]
