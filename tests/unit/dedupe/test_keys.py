"""Entries that are not read again still tell whether another's guid or link is its own."""

from dataclasses import replace

import pytest
from instants import NOW

from bot.dedupe.identity import Known, judge
from bot.dedupe.keys import (
    NOTHING,
    Candidate,
    EntryKeys,
    Remembered,
    keys_of,
    pack_draft,
    pack_key,
)

ENTRY = Candidate(
    guid="https://news.example/?p=1",
    url_key="//news.example/1.html",
    host="news.example",
    title_key="shelling near the border",
    published_at=NOW,
)
OTHER = Candidate(
    guid="https://news.example/?p=2",
    url_key="//news.example/2.html",
    host="news.example",
    title_key="power is back in the town",
    published_at=NOW,
)
BARE = Candidate(title_key="all clear", summary="in the whole region")


def remembered(*entries: Candidate) -> Remembered:
    """Return what is remembered of a fetch with these entries."""
    return Remembered(pack_draft(keys.draft) for keys in keys_of(entries))


def letters(keys: EntryKeys) -> str:
    return "".join(key[0] for key in keys.trusted)


@pytest.mark.parametrize(
    ("known", "entry", "trusted"),
    [
        pytest.param((), ENTRY, "gut", id="nothing is remembered"),
        pytest.param((OTHER,), ENTRY, "gut", id="nothing in common"),
        pytest.param((OTHER,), replace(ENTRY, guid=OTHER.guid), "ut", id="guid"),
        pytest.param((OTHER,), replace(ENTRY, url_key=OTHER.url_key), "gt", id="link"),
        pytest.param(
            (OTHER,),
            replace(ENTRY, guid=OTHER.guid, url_key=OTHER.url_key),
            "t",
            id="guid and link",
        ),
        pytest.param(
            (OTHER,), replace(OTHER, title_key="power is back again"), "t", id="retitled"
        ),
        pytest.param((OTHER,), replace(ENTRY, title_key=OTHER.title_key), "gu", id="text"),
        pytest.param(
            (replace(ENTRY, guid="1"), replace(ENTRY, guid="2")),
            replace(OTHER, url_key=ENTRY.url_key),
            "gt",
            id="a link that two have",
        ),
        pytest.param(
            (OTHER,),
            replace(ENTRY, guid="http://news.example/?p=2"),
            "ut",
            id="guid, but for its scheme",
        ),
    ],
)
def test_a_guid_or_link_that_a_remembered_entry_has_is_not_trusted(
    known: tuple[Candidate, ...], entry: Candidate, trusted: str
) -> None:
    (keys,) = keys_of([entry], remembered(*known))

    assert letters(keys) == trusted
    assert not keys.is_remembered


def test_what_a_key_is_worth_is_as_if_all_had_been_read() -> None:
    entry = replace(ENTRY, guid=OTHER.guid)

    (sliced,) = keys_of([entry], remembered(OTHER))
    whole = keys_of([entry, OTHER])[0]

    assert sliced.trusted == whole.trusted
    assert sliced.draft == whole.draft


@pytest.mark.parametrize("entry", [ENTRY, BARE], ids=["dated", "bare"])
def test_an_entry_with_an_equal_draft_is_remembered(entry: Candidate) -> None:
    """Its bytes differ by what identity does not look at, such as a count of comments."""
    again, other = keys_of([entry, OTHER], remembered(entry))

    assert again.is_remembered
    assert again.draft == keys_of([entry])[0].draft
    assert not other.is_remembered


def test_an_entry_that_only_its_text_tells_is_remembered_by_it() -> None:
    known = replace(BARE, guid="one for all", url_key="//news.example/page")
    same_guid = replace(known, url_key=None)

    (keys,) = keys_of([same_guid, OTHER], remembered(known, replace(OTHER, guid="x")))[:1]

    assert letters(keys) == "s"
    assert keys.is_remembered


def test_another_text_under_the_guid_and_link_of_all_is_new() -> None:
    known = replace(BARE, guid="one for all")

    (keys,) = keys_of([replace(known, summary="in one district")], remembered(known))

    assert letters(keys) == "s"
    assert not keys.is_remembered


@pytest.mark.parametrize(
    ("known", "alone"),
    [(NOTHING, True), (remembered(OTHER), False)],
    ids=["nothing else", "another"],
)
def test_an_entry_is_not_alone_beside_one_that_was_not_read(
    known: Remembered, *, alone: bool
) -> None:
    (keys,) = keys_of([ENTRY], known)

    assert keys.alone is alone


def test_equal_drafts_are_one_entry() -> None:
    twice = remembered(ENTRY, ENTRY)
    (draft,) = {keys.draft for keys in keys_of([ENTRY])}

    assert [twice.uses(key) for key in draft] == [1, 1, 1]
    assert remembered(ENTRY, replace(ENTRY, guid="2")).uses(draft[1]) == 2
    assert twice
    assert not NOTHING


def test_a_packed_key_is_its_letter_and_sixteen_bytes() -> None:
    (keys,) = keys_of([ENTRY])

    packed = pack_draft(keys.draft)

    assert [part[:1] for part in packed] == [b"g", b"u", b"t"]
    assert {len(part) for part in packed} == {17}
    assert packed == tuple(map(pack_key, keys.draft))
    assert [part[1:].hex() for part in packed] == [key[2:] for key in keys.draft]


def test_undated_entry_whose_link_changes_at_each_fetch_is_the_one_that_stood_there() -> (
    None
):
    def fetch(number: int) -> list[Candidate]:
        return [
            Candidate(title_key=f"fire in {town}", url_key=f"{town}?r={number}", summary="")
            for town in ("sumy", "lgov", "rylsk")
        ]

    before = keys_of(fetch(1))
    seen = {key: 7 for entry in before for key in entry.trusted}
    last = [pack_draft(entry.draft) for entry in before]

    after = keys_of(fetch(2), last=last)

    verdicts = judge(after, seen=seen, baseline_at=NOW, hosts=frozenset()).verdicts
    assert [type(verdict) for verdict in verdicts] == [Known, Known, Known]
