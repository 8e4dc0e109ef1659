import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from bot.demo.botapi.server import serve_app
from bot.domain.errors import ConfigError, StoreError
from bot.web.app import create_app, is_allowed, is_loopback
from bot.web.metrics import Counter, Metrics
from bot.web.server import serve
from bot.web.webhook import SECRET_HEADER, webhook_route

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SECRET = "s3cret_of-the-webhook"


class Service:
    """Is as healthy as a test wants."""

    def __init__(self) -> None:
        self.report: Mapping[str, Any] = {"status": "ok"}
        self.error: StoreError | None = None
        self.hangs = False
        self.updates: list[dict[str, Any]] = []

    async def health(self, now: datetime) -> Mapping[str, Any]:
        if self.hangs:
            await asyncio.Event().wait()
        if self.error is not None:
            raise self.error
        return {**self.report, "at": now.isoformat()}

    async def handle(self, update: dict[str, Any]) -> None:
        if self.error is not None:
            raise self.error
        self.updates.append(update)


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


def app_of(service: Service, metrics: Metrics, **options: Any) -> Starlette:
    route = webhook_route(secret=SECRET, handle=service.handle, max_bytes=1000)
    return create_app(
        status=service, metrics=metrics, clock=lambda: NOW, routes=[route], **options
    )


@pytest.fixture
async def client(service: Service, metrics: Metrics) -> AsyncIterator[httpx.AsyncClient]:
    app = app_of(service, metrics, health_timeout=0.05)
    async with (
        serve_app(app, "127.0.0.1", 0) as base,
        httpx.AsyncClient(base_url=base) as c,
    ):
        yield c


async def test_a_healthy_service_says_so(client: httpx.AsyncClient) -> None:
    answer = await client.get("/health")

    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "at": NOW.isoformat()}
    assert answer.headers["Cache-Control"] == "no-store"


async def test_a_sick_service_says_why(client: httpx.AsyncClient, service: Service) -> None:
    service.report = {"status": "error", "reasons": ["no tick for 5 min"]}

    answer = await client.get("/health")

    assert answer.status_code == 503
    assert answer.json()["reasons"] == ["no tick for 5 min"]


async def test_a_check_that_fails_is_bad_health(
    client: httpx.AsyncClient, service: Service
) -> None:
    service.error = StoreError("the database is locked")

    answer = await client.get("/health")

    assert (answer.status_code, answer.json()["reasons"]) == (
        503,
        ["the database is locked"],
    )


async def test_a_check_that_hangs_is_bad_health(
    client: httpx.AsyncClient, service: Service
) -> None:
    service.hangs = True

    answer = await client.get("/health")

    assert answer.status_code == 503
    assert "in time" in answer.json()["reasons"][0]


async def test_metrics_are_open_on_loopback(
    client: httpx.AsyncClient, metrics: Metrics
) -> None:
    metrics.deliveries.add(outcome='sent "q"\\\n')
    metrics.delivery_seconds.observe(1.5)
    metrics.waiting.set(0.25)

    answer = await client.get("/metrics")

    assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    lines = answer.text.splitlines()
    assert r'tocsin_deliveries_total{outcome="sent \"q\"\\\n"} 1' in lines
    assert 'tocsin_delivery_seconds_bucket{le="1"} 0' in lines
    assert 'tocsin_delivery_seconds_bucket{le="2"} 1' in lines
    assert 'tocsin_delivery_seconds_bucket{le="+Inf"} 1' in lines
    assert "tocsin_delivery_seconds_sum 1.5" in lines
    assert "tocsin_entries_total 0" in lines
    assert "tocsin_deliveries_waiting 0.25" in lines


async def test_metrics_elsewhere_need_the_token(service: Service, metrics: Metrics) -> None:
    app = app_of(service, metrics, host="0.0.0.0", token="t0ken")
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://bot") as client:
        without = await client.get("/metrics")
        headers = {"Authorization": "Bearer t0ken"}
        with_token = await client.get("/metrics", headers=headers)
        health = await client.get("/health")

    assert (without.status_code, with_token.status_code, health.status_code) == (
        401,
        200,
        200,
    )
    assert without.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize(
    ("authorization", "token", "host", "expected"),
    [
        pytest.param(None, None, "127.0.0.1", True, id="loopback"),
        pytest.param(None, None, "0.0.0.0", False, id="elsewhere without a token"),
        pytest.param(None, "t", "127.0.0.1", False, id="a token that is set counts"),
        pytest.param("Bearer t", "t", "0.0.0.0", True, id="right"),
        pytest.param("bearer  t ", "t", "0.0.0.0", True, id="right, loosely written"),
        pytest.param("Bearer x", "t", "0.0.0.0", False, id="wrong"),
        pytest.param("Basic t", "t", "0.0.0.0", False, id="another scheme"),
        pytest.param("Bearer ї", "t", "0.0.0.0", False, id="not ASCII"),
        pytest.param("Bearer ", "", "0.0.0.0", False, id="an empty token is none"),
    ],
)
def test_who_may_see_metrics(
    authorization: str | None, token: str | None, host: str, *, expected: bool
) -> None:
    assert is_allowed(authorization, token=token, host=host) is expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost", True),
        ("127.3.2.1", True),
        ("::1", True),
        ("[::1]", True),
        ("0.0.0.0", False),
        ("::", False),
        ("bot.example", False),
        ("", False),
    ],
)
def test_loopback(host: str, *, expected: bool) -> None:
    assert is_loopback(host) is expected


async def test_an_update_is_handled_before_it_is_acknowledged(
    client: httpx.AsyncClient, service: Service
) -> None:
    answer = await client.post(
        "/telegram", json={"update_id": 5}, headers={SECRET_HEADER: SECRET}
    )

    assert answer.status_code == 200
    assert service.updates == [{"update_id": 5}]


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: "x"}, {SECRET_HEADER: b"\xff"}])
async def test_an_update_without_the_secret_is_refused(
    client: httpx.AsyncClient, service: Service, headers: Any
) -> None:
    answer = await client.post("/telegram", json={"update_id": 5}, headers=headers)

    assert answer.status_code == 403
    assert service.updates == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param(b"{", 400, id="broken"),
        pytest.param(b"[]", 400, id="no object"),
        pytest.param(b"[" * 999, 400, id="nested"),
        pytest.param(b'"' + b"a" * 1000 + b'"', 413, id="too long"),
    ],
)
async def test_what_is_no_update_is_refused(
    client: httpx.AsyncClient, service: Service, body: bytes, status: int
) -> None:
    answer = await client.post("/telegram", content=body, headers={SECRET_HEADER: SECRET})

    assert answer.status_code == status
    assert service.updates == []


async def test_telegram_is_asked_to_repeat_what_could_not_be_stored(
    client: httpx.AsyncClient, service: Service
) -> None:
    service.error = StoreError("the disk is full")

    answer = await client.post(
        "/telegram", json={"update_id": 5}, headers={SECRET_HEADER: SECRET}
    )

    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"


async def test_an_update_that_breaks_off_is_not_handled(service: Service) -> None:
    app = app_of(service, Metrics())
    events = iter(
        [
            {"type": "http.request", "body": b'{"update_id":', "more_body": True},
            {"type": "http.disconnect"},
        ]
    )
    answers: list[Mapping[str, Any]] = []
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/telegram",
        "query_string": b"",
        "headers": [(SECRET_HEADER.lower().encode(), SECRET.encode())],
    }

    async def receive() -> Any:
        return next(events)

    async def answer(message: Any) -> None:
        answers.append(message)

    await app(scope, receive, answer)

    assert service.updates == []
    assert answers[0]["status"] != 200


def test_a_webhook_without_a_secret_is_refused(service: Service) -> None:
    with pytest.raises(ValueError, match="needs its secret"):
        webhook_route(secret="", handle=service.handle)


def test_a_counter_only_grows_and_knows_its_labels() -> None:
    counter = Counter(name="c", help="h", labels=("kind",))

    with pytest.raises(ValueError, match="only grows"):
        counter.add(-1, kind="a")
    with pytest.raises(ValueError, match="has the labels"):
        counter.add(1)
    assert list(counter.lines()) == ["# HELP c h", "# TYPE c counter"]


@pytest.mark.parametrize("host", ["999.1.1.1", "[::1]", "192.0.2.1", "a" * 64])
async def test_a_host_that_is_none_of_ours_is_named(host: str) -> None:
    with pytest.raises(ConfigError, match=r"^TOCSIN_WEB_HOST: cannot listen on"):
        async with serve(Starlette(), host=host, port=0):
            pass


async def test_a_port_that_is_taken_is_named() -> None:
    async with serve(Starlette(), host="127.0.0.1", port=0) as base:
        port = int(base.rpartition(":")[2])
        with pytest.raises(
            ConfigError, match=r"^TOCSIN_WEB_PORT: .*\(Address already in use\)"
        ):
            async with serve(Starlette(), host="127.0.0.1", port=port):
                pass
