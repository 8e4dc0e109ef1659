"""Counters and gauges, written as Prometheus reads them (text format 0.0.4)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

Labels = tuple[str, ...]

# From a delivery's making to Telegram's answer; an alert should take seconds.
LATENCY_BUCKETS = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 300.0, 1800.0)


def _escape(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _series(name: str, labels: Mapping[str, str], value: float) -> str:
    inside = ",".join(f'{key}="{_escape(text)}"' for key, text in labels.items())
    return f"{name}{{{inside}}} {_number(value)}" if inside else f"{name} {_number(value)}"


@dataclass(slots=True, kw_only=True)
class _Metric:
    """A name with its help and label names; values by label values."""

    name: str
    help: str
    labels: Sequence[str] = ()
    kind: str = "counter"
    values: dict[Labels, float] = field(default_factory=dict)

    def key(self, labels: Mapping[str, str]) -> Labels:
        """Return the label values in order.

        Raises:
            ValueError: The labels are not this metric's.
        """
        if set(labels) != set(self.labels):
            msg = f"{self.name} has the labels {list(self.labels)}, not {sorted(labels)}"
            raise ValueError(msg)
        return tuple(labels[name] for name in self.labels)

    def lines(self) -> Iterator[str]:
        """Yield the metric's lines; without labels it is there from the start, as 0."""
        yield f"# HELP {self.name} {self.help}"
        yield f"# TYPE {self.name} {self.kind}"
        values = self.values or ({} if self.labels else {(): 0.0})
        for key, value in sorted(values.items()):
            yield _series(self.name, dict(zip(self.labels, key, strict=True)), value)


class Counter(_Metric):
    """What only grows."""

    __slots__ = ()

    def add(self, amount: float = 1, /, **labels: str) -> None:
        """Count `amount` more.

        Raises:
            ValueError: `amount` is negative, or the labels are not this metric's.
        """
        if amount < 0:
            msg = f"{self.name} only grows: {amount}"
            raise ValueError(msg)
        key = self.key(labels)
        self.values[key] = self.values.get(key, 0.0) + amount


class Gauge(_Metric):
    """What goes up and down."""

    __slots__ = ()

    def set(self, value: float, /, **labels: str) -> None:
        """Set the present value."""
        self.values[self.key(labels)] = value


@dataclass(slots=True, kw_only=True)
class Histogram:
    """How values are spread over buckets."""

    name: str
    help: str
    buckets: Sequence[float] = LATENCY_BUCKETS
    counts: list[int] = field(default_factory=list)
    total: float = 0.0
    count: int = 0

    def observe(self, value: float) -> None:
        """Count one value."""
        self.counts = self.counts or [0] * len(self.buckets)
        for index, bound in enumerate(self.buckets):
            self.counts[index] += value <= bound
        self.total += value
        self.count += 1

    def lines(self) -> Iterator[str]:
        """Yield the histogram's lines; buckets are cumulative."""
        yield f"# HELP {self.name} {self.help}"
        yield f"# TYPE {self.name} histogram"
        counts = self.counts or [0] * len(self.buckets)
        for bound, count in zip(self.buckets, counts, strict=True):
            yield _series(f"{self.name}_bucket", {"le": _number(bound)}, count)
        yield _series(f"{self.name}_bucket", {"le": "+Inf"}, self.count)
        yield _series(f"{self.name}_sum", {}, self.total)
        yield _series(f"{self.name}_count", {}, self.count)


class Metrics:
    """All that Tocsin counts; the composition root feeds it."""

    def __init__(self) -> None:
        self.polls = Counter(
            name="tocsin_polls_total",
            help="Polls of feeds by result.",
            labels=("result",),
        )
        self.entries = Counter(name="tocsin_entries_total", help="New entries.")
        self.possible_gaps = Counter(
            name="tocsin_possible_gaps_total",
            help="Documents that had nothing in common with their feed's last one.",
        )
        self.alerts = Counter(
            name="tocsin_deliveries_queued_total", help="Deliveries put in the outbox."
        )
        self.deliveries = Counter(
            name="tocsin_deliveries_total",
            help="Attempts to deliver by outcome.",
            labels=("outcome",),
        )
        self.delivery_seconds = Histogram(
            name="tocsin_delivery_seconds",
            help="Seconds from the outbox to Telegram's answer.",
        )
        self.updates = Counter(
            name="tocsin_updates_total",
            help="Updates of Telegram by kind.",
            labels=("kind",),
        )
        self.errors = Counter(
            name="tocsin_errors_total",
            help="Unexpected errors by where they were caught.",
            labels=("where",),
        )
        self.waiting = Gauge(
            name="tocsin_deliveries_waiting", help="Deliveries that are due and not sent."
        )
        self.dead = Gauge(
            name="tocsin_deliveries_dead",
            help="Deliveries that Telegram refused, or that may have been lost.",
        )
        self.tick_at = Gauge(
            name="tocsin_last_tick_timestamp_seconds",
            help="When a tick last ended well, in Unix time.",
            labels=("tick",),
        )
        self.send_rate = Gauge(
            name="tocsin_send_rate",
            help="Messages a second that the pacer allowed at the last one; 0 before.",
        )

    def outbox(self, *, waiting: int, dead: int) -> None:
        """Set the gauges of the outbox."""
        self.waiting.set(waiting)
        self.dead.set(dead)

    def text(self) -> str:
        """Return everything in Prometheus' text format."""
        lines: list[str] = []
        for metric in vars(self).values():
            lines.extend(metric.lines())
        return "\n".join(lines) + "\n"
