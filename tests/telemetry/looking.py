"""Looking on at a world through OpenTelemetry's own SDK, which keeps what it is told in memory."""

from __future__ import annotations

from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from tests.worlds import RENDERER, World

from practice_core import Settings, connect
from practice_core.adapters.opentelemetry import PREFIX, OpenTelemetry
from practice_core.ports.payments import Payments

Tree = tuple[str, list["Tree"]]


class Lookout:
    """From now on the world's core is looked on at."""

    def __init__(self, w: World, payments: Payments | None = None) -> None:
        self._spans, self._reader = InMemorySpanExporter(), InMemoryMetricReader()
        tracers = TracerProvider()
        tracers.add_span_processor(SimpleSpanProcessor(self._spans))
        w.core = connect(
            Settings(database="memory://"),
            clock=w.clock,
            store=w.store,
            payments=payments or w.payments,
            mailer=w.mailer,
            renderer=RENDERER,
            telemetry=OpenTelemetry(tracers, MeterProvider([self._reader])),
        )

    @property
    def spans(self) -> tuple[ReadableSpan, ...]:
        """Those that are over, in the order of their beginning."""
        return tuple(sorted(self._spans.get_finished_spans(), key=lambda span: span.start_time or 0))

    def last(self, name: str) -> ReadableSpan:
        return [span for span in self.spans if span.name == PREFIX + name][-1]

    def said(self, name: str) -> dict[str, object]:
        """What the last span of that name says, without the prefix."""
        attributes = self.last(name).attributes or {}
        return {key.removeprefix(PREFIX): value for key, value in attributes.items()}

    def tree(self) -> list[Tree]:
        """Every span's name without the prefix, and what was inside."""
        return self._under(None)

    def counted(self, counter: str) -> dict[tuple[str, str], int]:
        """By operation and outcome."""
        data = self._reader.get_metrics_data()
        return {
            (str(point.attributes[PREFIX + "operation"]), str(point.attributes[PREFIX + "outcome"])): point.value
            for resource in data.resource_metrics
            for scope in resource.scope_metrics
            for metric in scope.metrics
            if metric.name == PREFIX + counter
            for point in metric.data.data_points
        }

    def everything(self) -> str:
        metrics = self._reader.get_metrics_data()
        return "\n".join([span.to_json() for span in self.spans] + ([metrics.to_json()] if metrics else []))

    def _under(self, parent: int | None) -> list[Tree]:
        return [
            (span.name.removeprefix(PREFIX), self._under(span.context.span_id))
            for span in self.spans
            if (span.parent.span_id if span.parent else None) == parent
        ]
