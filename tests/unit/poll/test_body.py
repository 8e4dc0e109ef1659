import pytest

from bot.poll.body import is_cut_off


@pytest.mark.parametrize(
    ("body", "is_cut"),
    [
        pytest.param(b"<rss><channel/></rss>", False, id="RSS"),
        pytest.param(b"<a:feed></a:feed >\n<!-- cached -->", False, id="a remark behind"),
        pytest.param("<rdf:RDF></rdf:RDF>".encode("utf-16"), False, id="UTF-16"),
        pytest.param(b'\xef\xbb\xbf\n{"items": []}', False, id="JSON"),
        pytest.param(b"<rss><channel><item></item>", True, id="between entries"),
        pytest.param(b"<rss><channel><item><title>Fi", True, id="in an entry"),
        pytest.param(b"<rss><channel></channel></r", False, id="in the root's end"),
    ],
)
def test_a_document_that_ends_before_its_root_is_cut_off(
    body: bytes, *, is_cut: bool
) -> None:
    assert is_cut_off(body) is is_cut
