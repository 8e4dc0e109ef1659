"""Terms are the same whichever thread asks, and whoever asks at the same time."""

import sys
from concurrent.futures import ThreadPoolExecutor

from bot.dedupe import terms

ENDINGS = ("ational", "ousness", "fulness", "ization", "ements", "ingly", "ied", "s")
WORDS = [f"{head}{end}" for head in ("barelo", "deniv", "gorar", "melo") for end in ENDINGS]


def test_threads_that_stem_at_once_do_not_disturb_each_other() -> None:
    alone = [terms.term_of.__wrapped__(word, is_slavic=False) for word in WORDS]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            together = list(
                pool.map(
                    lambda _: [
                        terms.term_of.__wrapped__(w, is_slavic=False) for w in WORDS
                    ],
                    range(8),
                )
            )
    finally:
        sys.setswitchinterval(interval)

    assert all(found == alone for found in together)


def test_what_headlines_say_for_one_another_is_one_term_as_common_as_its_commonest() -> (
    None
):
    earthquake, quake = terms.find_terms("earthquake quake", "en")
    covid, disease = terms.find_terms("ковид коронавирус", "ru")

    assert earthquake == quake
    assert covid == disease
    fall, decline = terms.find_terms("fall decline", "en")
    assert fall == decline
    assert terms.weigh(fall, stories=0, total=10) < terms.weigh(7, stories=0, total=10)
