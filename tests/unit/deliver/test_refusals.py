import pytest

from bot.deliver.errors import FRAGMENTS, Refusal, refusal_of


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("Chat not found", Refusal.CHAT),
        ("Not enough rights to send text messages to the chat", Refusal.CHAT),
        ("Message thread not found", Refusal.TOPIC),
        ("Topic_closed", Refusal.TOPIC),
        (
            'Can\'t parse entities: unsupported start tag "br" at byte offset 2',
            Refusal.PARSE,
        ),
        ("Message is not modified: specified new message content and …", Refusal.SAME),
        ("Message can't be edited", Refusal.GONE),
        ("Button_url_invalid", Refusal.BUTTONS),
        ("Something new", None),
    ],
)
def test_refusals(description: str, expected: Refusal | None) -> None:
    assert refusal_of(description) is expected


def test_fragments_are_in_lower_case_and_belong_to_one_refusal() -> None:
    every = [fragment for fragments in FRAGMENTS.values() for fragment in fragments]

    assert set(FRAGMENTS) == set(Refusal)
    assert len(every) == len(set(every))
    assert all(fragment == fragment.casefold() for fragment in every)
