// Traces for OpenTelemetry, made of the pieces of work that are told on `assent:span`. Loaded only where a collector is named.
import { AsyncLocalStorage } from 'node:async_hooks';
import { tracingChannel } from 'node:diagnostics_channel';
import {
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BatchSpanProcessor, ParentBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import { faultFields } from './fault-fields.js';
import { allowed } from './kinds.js';
import type { SpanTold } from './spans.js';

export interface Traces {
  /** Sends what is left. */
  close(): Promise<void>;
}

/** Where to, with which headers: the exporter reads OTEL_EXPORTER_OTLP_… itself. */
export function openTraces(part: string): Traces {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': `assent-${part}` }),
    sampler: new ParentBasedSampler({ root: new AlwaysOnSampler() }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const stop = watch(provider.getTracer('assent'));
  return {
    close: async () => {
      stop();
      await provider.shutdown();
    },
  };
}

/** What runs now. An operation takes the place of its request in it while it lasts. */
interface Place {
  span?: Span;
}

/** Makes spans of all that is told from now on; what it returns ends that. */
function watch(tracer: Tracer): () => void {
  const places = new AsyncLocalStorage<Place>();
  const open = new WeakMap<SpanTold, Span>();
  const before = new WeakMap<SpanTold, () => void>();
  const begin = (told: SpanTold): Span | undefined => {
    const surrounding = places.getStore()?.span;
    if (!surrounding && !told.isRoot) return undefined;
    const kind = told.traceparent === undefined ? SpanKind.INTERNAL : SpanKind.SERVER;
    const span = tracer.startSpan(nameOf(told), { kind }, contextOf(told, surrounding));
    open.set(told, span);
    return span;
  };
  const beginInPlace = (told: SpanTold): void => {
    const place = told.isInPlace ? places.getStore() : undefined;
    if (!place) return;
    const surrounding = place.span;
    before.set(told, () => (place.span = surrounding));
    place.span = begin(told);
  };
  const end = (told: SpanTold): void => {
    open.get(told)?.setAttributes(attributesOf(told)).end();
    before.get(told)?.();
    open.delete(told);
  };
  const channel = tracingChannel<SpanTold, Place>('assent:span');
  channel.start.bindStore(places, told => ({ span: begin(told) }));
  const handlers = {
    start: beginInPlace,
    end: (told: SpanTold) => void (told.isAtOnce && end(told)),
    asyncEnd: end,
    error: (told: SpanTold & { error: unknown }) => failed(open.get(told), told.error),
  };
  channel.subscribe(handlers);
  return () => {
    channel.unsubscribe(handlers);
    channel.start.unbindStore(places);
  };
}

const nameOf = ({ name }: SpanTold): string => String(allowed('name', name));

function attributesOf({ correlationId, attributes = {} }: SpanTold): Record<string, string | number> {
  const told: Record<string, string | number> = {};
  if (correlationId !== undefined) told['assent.correlation_id'] = String(allowed('id', correlationId));
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    const kind = typeof value === 'number' ? 'number' : value.startsWith('/') ? 'route' : 'name';
    told[name] = allowed(kind, value) as string | number;
  }
  return told;
}

const traceparent = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** What the span is part of: what surrounds it here, or what its caller says. Nothing else of the caller's is carried on. */
function contextOf(told: SpanTold, surrounding: Span | undefined): Context {
  if (surrounding) return trace.setSpan(ROOT_CONTEXT, surrounding);
  const [, traceId = '', spanId = '', flags = '0'] = traceparent.exec(told.traceparent ?? '') ?? [];
  const caller = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(caller) ? trace.setSpanContext(ROOT_CONTEXT, caller) : ROOT_CONTEXT;
}

/** What was thrown is named as in the log: never by its message. */
function failed(span: Span | undefined, thrown: unknown): void {
  const { error, code, sqlState, constraint } = faultFields(thrown);
  span?.setStatus({ code: SpanStatusCode.ERROR });
  span?.setAttributes({ 'error.type': error, ...defined({ code, 'db.response.status_code': sqlState, constraint }) });
}

const defined = (fields: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined));
