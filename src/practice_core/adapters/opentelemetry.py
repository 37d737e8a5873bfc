"""Spans and counters through the OpenTelemetry API. Where the host sets up no SDK, the API forgets them at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version

try:
    from opentelemetry import metrics, trace
    from opentelemetry.metrics import Counter, MeterProvider
    from opentelemetry.trace import Span, SpanKind, Status, StatusCode, TracerProvider
except ImportError as exc:
    raise ImportError("this needs an extra: pip install 'practice-core[telemetry]'") from exc

from ..ports.telemetry import Facts, Kind, Watch

PREFIX = "practice_core."
_COUNTED = {
    Kind.USE_CASE: ("use_cases", "Use cases that a host called"),
    Kind.GATEWAY: ("gateway_calls", "Calls of the payment gateway"),
    Kind.MAIL: ("mail_calls", "Calls of the mail server: connecting, and each message"),
}
_OUTWARD = (Kind.GATEWAY, Kind.MAIL)


class OpenTelemetry:
    """With the process's providers, unless others are given. Thread-safe."""

    def __init__(
        self, tracer_provider: TracerProvider | None = None, meter_provider: MeterProvider | None = None
    ) -> None:
        ours = version("practice-core")
        self._tracer = trace.get_tracer("practice_core", ours, tracer_provider)
        meter = metrics.get_meter("practice_core", ours, meter_provider)
        self._counters = {
            kind: meter.create_counter(PREFIX + name, unit="{call}", description=about)
            for kind, (name, about) in _COUNTED.items()
        }

    @contextmanager
    def watch(self, kind: Kind, name: str, facts: Facts) -> Iterator[Watch]:
        with self._tracer.start_as_current_span(
            PREFIX + name,
            kind=SpanKind.CLIENT if kind in _OUTWARD else SpanKind.INTERNAL,
            attributes=_named(facts),
            # An exception's message and traceback may show whatever its frames hold (A4).
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            yield _Watched(span, name, self._counters.get(kind))


class _Watched:
    def __init__(self, span: Span, name: str, counter: Counter | None) -> None:
        self._span = span
        self._name = name
        self._counter = counter

    def tell(self, facts: Facts) -> None:
        self._span.set_attributes(_named(facts))

    def end(self, outcome: str, *, failed: bool) -> None:
        self._span.set_attribute(PREFIX + "outcome", outcome)
        if failed:
            self._span.set_status(Status(StatusCode.ERROR, outcome))
        if self._counter is not None:
            self._counter.add(1, _named({"operation": self._name, "outcome": outcome}))


def _named(facts: Facts) -> Facts:
    return {PREFIX + name: fact for name, fact in facts.items()}
