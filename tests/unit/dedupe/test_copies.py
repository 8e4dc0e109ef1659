"""Whose text a report is: credits, copies, and what is doubtful."""

import pytest

from bot.dedupe.copies import Source, find_origins, is_copy, own_origin, sample_of

WIRE = (
    "Two people were killed and five were wounded when a drone hit a bus on the road from "
    "Shebekino to Belgorod on Monday morning, the regional governor said in a statement."
)
OWN = (
    "A minibus burned out near Shebekino after an attack; our correspondent counted five "
    "ambulances at the site, doctors speak of two dead and of several people in surgery."
)


def source(number: int, text: str, origin: str = "") -> Source:
    publisher = f"paper {number}"
    return Source(
        entry_id=number,
        publisher=publisher,
        origin=origin or own_origin(publisher, None, ()),
        shingles=sample_of("", text),
    )


def test_a_copy_with_a_sentence_more_is_a_copy() -> None:
    longer = f"{WIRE} Traffic was closed for hours, and the police asked drivers to wait."

    assert is_copy(sample_of("", WIRE), sample_of("Drone hits bus", longer))


def test_the_same_event_in_own_words_is_no_copy() -> None:
    assert not is_copy(sample_of("", WIRE), sample_of("", OWN))


def test_like_headlines_alone_are_no_copies() -> None:
    title = "Drone hits bus near Shebekino, two killed"

    assert not is_copy(sample_of(title, ""), sample_of(title, ""))


def test_long_texts_are_compared_by_samples() -> None:
    words = [f"word{number}" for number in range(2_000)]
    long, part = " ".join(words), " ".join(words[:1_200])
    other = " ".join(f"term{number}" for number in range(1_200))

    assert is_copy(sample_of("", long), sample_of("", part))
    assert not is_copy(sample_of("", long), sample_of("", other))


@pytest.mark.parametrize(
    ("agency", "credited", "origin"),
    [
        pytest.param(None, (), "outlet:Alpha", id="its own"),
        pytest.param(None, ("tass",), "agency:tass", id="credits one"),
        pytest.param(None, ("tass", "reuters"), "outlet:Alpha", id="credits several"),
        pytest.param("tass", ("tass",), "agency:tass", id="an agency itself"),
        pytest.param("ukrinform", ("reuters", "ukrinform"), "agency:reuters", id="relays"),
    ],
)
def test_own_origin(agency: str | None, credited: tuple[str, ...], origin: str) -> None:
    assert own_origin("Alpha", agency, credited) == origin


def test_a_copy_has_the_origin_of_the_first() -> None:
    first, other, copy = source(1, WIRE), source(2, OWN), source(3, WIRE)

    assert find_origins(copy, [first, other]) == {3: first.origin}


def test_a_copy_that_credits_its_agency_says_it_of_the_earlier_ones() -> None:
    first, other = source(1, WIRE), source(2, OWN)
    copy = source(3, WIRE, "agency:tass")

    assert find_origins(copy, [first, other]) == {1: "agency:tass", 3: "agency:tass"}
