"""Real certificates, good and bad; made by the openssl program, so skipped without it."""

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import web

from bot.domain.errors import Fault, FetchError
from bot.domain.feeds import Document
from bot.poll.fetch import Fetcher
from bot.poll.transport import Patience

OPENSSL = shutil.which("openssl")
CONFIG = """
[req]
distinguished_name = subject
prompt = no
[subject]
CN = loopback
[ca]
default_ca = own
[own]
database = index.txt
new_certs_dir = .
serial = serial
default_md = sha256
policy = any
x509_extensions = names
[any]
commonName = supplied
[names]
subjectAltName = {name}
basicConstraints = critical,CA:TRUE
"""
CURRENT, PAST = (
    ("20200101000000Z", "20491231000000Z"),
    ("20200101000000Z", "20200201000000Z"),
)

Serve = Callable[..., AbstractAsyncContextManager[str]]


def make_certificate(folder: Path, name: str, valid: tuple[str, str]) -> tuple[Path, Path]:
    """Return certificate and key of an authority that signs itself."""
    if OPENSSL is None:
        pytest.skip("no openssl program here to make certificates with")
    (folder / "ca.cnf").write_text(CONFIG.format(name=name))
    (folder / "index.txt").touch()
    (folder / "serial").write_text("01\n")
    request = "req -config ca.cnf -newkey rsa:2048 -nodes -keyout key.pem -out request.pem"
    signature = (
        f"ca -config ca.cnf -batch -notext -selfsign -startdate {valid[0]}"
        f" -enddate {valid[1]} -keyfile key.pem -in request.pem -out certificate.pem"
    )
    for arguments in (request, signature):
        subprocess.run(
            [OPENSSL, *arguments.split()], cwd=folder, check=True, capture_output=True
        )
    return folder / "certificate.pem", folder / "key.pem"


@pytest.fixture
def serve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Serve:
    """Serve a feed with a certificate that this process trusts, or does not."""

    @asynccontextmanager
    async def running(
        *,
        name: str = "IP:127.0.0.1",
        valid: tuple[str, str] = CURRENT,
        is_trusted: bool = True,
    ) -> AsyncIterator[str]:
        certificate, key = make_certificate(tmp_path, name, valid)
        if is_trusted:
            monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate, key)

        async def answer(_request: web.BaseRequest) -> web.Response:
            return web.Response(body=b"<rss/>")

        runner = web.ServerRunner(web.Server(answer), shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context).start()
        try:
            yield f"https://127.0.0.1:{runner.addresses[0][1]}/"
        finally:
            await runner.cleanup()

    return running


async def fetch(url: str, patience: Patience | None = None) -> Document:
    fetcher = Fetcher(allow_networks=["127.0.0.0/8"], patience=patience or Patience())
    try:
        document = await fetcher.fetch(url)
    finally:
        await fetcher.aclose()
    assert isinstance(document, Document)
    return document


async def test_what_the_system_trusts_is_trusted(serve: Serve) -> None:
    async with serve() as url:
        assert (await fetch(url)).body == b"<rss/>"


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        pytest.param({"is_trusted": False}, "self-signed certificate", id="unknown"),
        pytest.param({"valid": PAST}, "certificate has expired", id="expired"),
        pytest.param({"name": "IP:127.0.0.9"}, "mismatch", id="another's"),
    ],
)
async def test_a_bad_certificate_is_refused(
    serve: Serve, options: dict[str, object], reason: str
) -> None:
    async with serve(**options) as url:
        with pytest.raises(FetchError) as caught:
            await fetch(url)

    said = caught.value.reason.replace("self signed", "self-signed")
    assert caught.value.kind is Fault.TLS
    assert said.startswith("the TLS certificate is refused: ")
    assert reason in said


async def test_a_server_that_never_greets_back() -> None:
    hung_up = asyncio.Event()

    async def say_nothing(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        with suppress(ConnectionError):
            await reader.read()
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()
        hung_up.set()

    server = await asyncio.start_server(say_nothing, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        with pytest.raises(FetchError) as caught:
            await fetch(
                f"https://127.0.0.1:{port}/",
                Patience(connect=timedelta(milliseconds=200)),
            )
        await hung_up.wait()

    assert caught.value.kind is Fault.TIMEOUT
    assert caught.value.reason == "the server did not let us connect"
