// Metrics for Prometheus, counted from the same events that are logged. Labels come from closed lists: no id is one.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { EventName } from './events.js';
import { allowed } from './kinds.js';
import { listen, type Told } from './tell.js';

export interface Metrics {
  /** The text that Prometheus reads. */
  text(): Promise<string>;
  contentType: string;
  /** A number that is asked for at each reading; undefined where it is not known just now. */
  gauge(name: string, help: string, read: () => number | undefined | Promise<number | undefined>): void;
  close(): void;
}

const seconds = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export function openMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counts = countersIn(registry);
  const stop = listen(({ name, fields }) => counts[name]?.(fields));
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    gauge: (name, help, read) => {
      new Gauge({
        ...{ name, help, registers: [registry] },
        async collect() {
          const value = await read();
          if (value === undefined) this.remove();
          else this.set(value);
        },
      });
    },
    close: stop,
  };
}

type Fields = Told['fields'];

/** A label's value; what is not a plain name is not told, and `none` stands for what is missing. */
const label = (value: unknown): string => (value === undefined ? 'none' : String(allowed('name', value)));
const route = (value: unknown): string => String(allowed('route', value ?? '*'));
const inSeconds = (ms: unknown): number => Number(ms ?? 0) / 1000;

function countersIn(registry: Registry): Partial<Record<EventName, (fields: Fields) => void>> {
  const registers = [registry];
  const counter = (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name, help, labelNames, registers });
  const histogram = (name: string, help: string, labelNames: string[] = []) =>
    new Histogram({ name, help, labelNames, registers, buckets: seconds });
  const requests = histogram('assent_request_seconds', 'Requests answered.', ['method', 'route', 'status']);
  const commands = histogram('assent_command_seconds', 'Commands handled.', ['type', 'outcome']);
  const refusals = counter('assent_refusals_total', 'Commands refused.', ['kind', 'code']);
  const tries = counter('assent_command_retries_total', 'Commands tried again after a conflict in the database.');
  const faults = counter('assent_faults_total', 'Faults of ours.');
  const checkpoints = counter('assent_checkpoints_signed_total', 'Checkpoints that were signed.');
  const alarms = counter('assent_signer_refusals_total', 'Times the signer stopped signing.', ['reason']);
  const entries = counter('assent_entries_sequenced_total', 'Entries that got their place in the ledger.');
  const sockets = counter('assent_sockets_closed_total', 'WebSockets that ended.', ['code']);
  const request = ({ method, route: at, status, ms }: Fields): void =>
    requests.observe({ method: label(method), route: route(at), status: Number(status) }, inSeconds(ms));
  return {
    'request-answered': request,
    'probe-answered': request,
    'request-failed': () => faults.inc(),
    'socket-closed': ({ code }) => sockets.inc({ code: String(Number(code)) }),
    'telling-failed': () => faults.inc(),
    'sequencing-failed': () => faults.inc(),
    'sealing-failed': () => faults.inc(),
    'checkpoint-signed': () => checkpoints.inc(),
    'sealing-refused': ({ reason }) => alarms.inc({ reason: label(reason) }),
    'batch-sequenced': fields => entries.inc(Number(fields['entries'])),
    'command-handled': ({ type, outcome, kind, code, tries: count, ms }) => {
      commands.observe({ type: label(type), outcome: label(outcome) }, inSeconds(ms));
      if (kind !== undefined) refusals.inc({ kind: label(kind), code: label(code) });
      tries.inc(Math.max(0, Number(count ?? 1) - 1));
    },
  };
}
