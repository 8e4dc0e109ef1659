"""References of characters that XML does not know."""

import pytest

from bot.parse.limits import mend_references
from bot.parse.scan import scan


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("&#55357;&#56832;", "\U0001f600", id="two surrogates"),
        pytest.param("&#xD83D;&#xDE00;", "\U0001f600", id="in hexadecimal"),
        pytest.param("&#55357;", "\ufffd", id="one alone"),
        pytest.param("&#1114112;", "\ufffd", id="beyond Unicode"),
        pytest.param("&#999999999;", "\ufffd", id="far beyond"),
        pytest.param("&#99999999999999;", "\ufffd", id="more digits than a number has"),
        pytest.param("&#x0000000000000000; &#000000000000065;", " A", id="zeros before"),
        pytest.param("&#0;", "", id="no character of text"),
        pytest.param("&#38;&#60;", "&#38;&#60;", id="what must stay escaped"),
    ],
)
def test_references_of_no_character_cost_no_document(written: str, read: str) -> None:
    title = f"<title>Fire {written} in Kyiv</title>"
    body = f"<rss><channel><item>{title}</item></channel></rss>"

    mended = mend_references(body.encode())

    assert mended.decode() == body.replace(written, read)
    assert scan(mended).complete
