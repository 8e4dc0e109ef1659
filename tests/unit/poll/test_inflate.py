import gzip
import random
import zlib

import pytest

from bot.poll.inflate import DamagedError, TooLargeError, inflate

BODY = b"<rss>" + b"x" * 1000 + b"</rss>"
LIMIT = 2000


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(body) + packer.flush()


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        pytest.param(BODY, None, id="plain"),
        pytest.param(BODY, "identity", id="identity"),
        pytest.param(gzip.compress(BODY), "gzip", id="gzip"),
        pytest.param(gzip.compress(BODY), "X-GZIP", id="x-gzip"),
        pytest.param(gzip.compress(BODY), None, id="gzip that is not announced"),
        pytest.param(BODY, "gzip", id="plain text announced as gzip"),
        pytest.param(gzip.compress(gzip.compress(BODY)), "gzip", id="packed twice"),
        pytest.param(gzip.compress(BODY) + b"\0" * 9, "gzip", id="padding behind"),
        pytest.param(
            gzip.compress(BODY[:500]) + gzip.compress(BODY[500:]), "gzip", id="two members"
        ),
        pytest.param(zlib.compress(BODY), "deflate", id="deflate"),
        pytest.param(raw_deflate(BODY), "deflate", id="raw deflate"),
        pytest.param(BODY, "deflate", id="plain text announced as deflate"),
        pytest.param(gzip.compress(BODY), "deflate", id="gzip announced as deflate"),
        pytest.param(gzip.compress(zlib.compress(BODY)), "deflate, gzip", id="both ways"),
        pytest.param(zlib.compress(gzip.compress(BODY)), "gzip, deflate", id="and back"),
        pytest.param(BODY, "none", id="no way at all"),
        pytest.param(BODY, "UTF-8", id="a charset in place of a way"),
        pytest.param(b"\xef\xbb\xbf\n" + BODY, "aws-chunked", id="a way to send"),
    ],
)
def test_the_document_comes_out(raw: bytes, encoding: str | None) -> None:
    assert inflate(raw, encoding, LIMIT).endswith(BODY)


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        pytest.param(gzip.compress(BODY)[:-20], "gzip", id="cut off"),
        pytest.param(b"\x1f\x8bnonsense", "gzip", id="damaged"),
        pytest.param(b"nonsense", "deflate", id="damaged deflate"),
        pytest.param(BODY, "br", id="not asked for"),
        pytest.param(b"\x28\xb5\x2f\xfd", "lz77", id="not known"),
    ],
)
def test_what_cannot_be_unpacked_is_said(raw: bytes, encoding: str) -> None:
    with pytest.raises(DamagedError, match="packed"):
        inflate(raw, encoding, LIMIT)


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(gzip.compress(b" " * 10**7), id="bomb"),
        pytest.param(gzip.compress(gzip.compress(b" " * 10**7)), id="bomb in a bomb"),
        pytest.param(gzip.compress(BODY) * 2, id="many members"),
        pytest.param(b" " * (LIMIT + 1), id="plain"),
    ],
)
def test_a_bomb_is_stopped_at_the_limit(raw: bytes) -> None:
    with pytest.raises(TooLargeError):
        inflate(raw, None, LIMIT)


def test_more_members_than_any_publisher_writes_are_refused() -> None:
    with pytest.raises(DamagedError, match="parts"):
        inflate(gzip.compress(b"") * 5_000, "gzip", LIMIT)


def test_members_larger_than_a_piece_are_all_unpacked() -> None:
    members = [random.Random(n).randbytes(200_000) for n in range(3)]

    body = inflate(b"".join(map(gzip.compress, members)), "gzip", 2**20)

    assert body == b"".join(members)
