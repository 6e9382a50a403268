// Traces: off unless a collector is named; then a request, its operation, its command, the command's steps and their statements.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { eventually, makeReady } from '../launcher/product.js';
import { attributeOf, openCollector, type Collector, type Span } from './canary/collector.js';
import { openProduct, type Product } from './product.js';

let collector: Collector;
let product: Product;
beforeAll(async () => {
  makeReady();
  collector = await openCollector();
  product = await openProduct({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
});
afterAll(async () => {
  await product.close();
  await collector.close();
});

const traceId = '0af7651916cd43dd8448eb211c80319c';
const callerId = 'b7ad6b7169203331';
const words = 'Where visits zq8d2b are missing';
const draft = 'mutation ($input: DraftProposalInput!) { mine: draftProposal(input: $input) { __typename } }';

/** The names from a span up to the first of its trace here. */
function wayUp(span: Span, among: Span[]): string[] {
  const parent = among.find(({ spanId }) => spanId === span.parentSpanId);
  return [span.name, ...(parent ? wayUp(parent, among) : [])];
}

describe('A request', () => {
  it('is one trace, from the caller’s span down to the names of its statements', async () => {
    const correlationId = randomUUID();
    const headers = {
      traceparent: `00-${traceId}-${callerId}-01`,
      tracestate: 'vendor=zq8d2b',
      'x-correlation-id': correlationId,
    };
    await product
      .as('analyst')
      .send({ query: draft, variables: { input: { commandId: randomUUID(), title: words } } }, headers);
    await product.as('analyst').send({ query: '{ proposals { totalCount } }' });
    await product.api.stop();
    const own = collector.spans().filter(span => span.traceId === traceId);
    const request = own.find(({ name }) => name === 'request')!;
    expect(request).toMatchObject({ parentSpanId: callerId, kind: 2 });
    expect(attributeOf(request, 'assent.correlation_id')).toBe(correlationId);
    expect(attributeOf(request, 'graphql.operation')).toBe('draftProposal');
    expect(attributeOf(request, 'http.route')).toBe('/graphql');
    expect(attributeOf(request, 'http.response.status_code')).toBe(200);
    const command = ['command', 'operation', 'request'];
    expect(own.map(span => wayUp(span, own).join(' < ')).sort()).toEqual(
      [
        ['request'],
        ['operation', 'request'],
        command,
        ['begin', ...command],
        ['load', ...command],
        ['load-command', 'load', ...command],
        ['judge', ...command],
        ['record', ...command],
        ['record-command', 'record', ...command],
        ['commit', ...command],
      ]
        .map(names => names.join(' < '))
        .sort(),
    );
  });

  it('without a caller’s span begins a trace of its own', () => {
    const list = collector.spans().find(span => attributeOf(span, 'graphql.operation') === 'proposals');
    expect(list).toMatchObject({ name: 'request' });
    expect(list!.traceId).not.toBe(traceId);
    expect(list!.parentSpanId).toBeUndefined();
  });

  it('carries no words, no statement and no header of the caller’s', () => {
    expect(collector.text()).not.toMatch(/zq8d2b|select |insert |vendor/);
  });

  it('shows the worker’s batches as traces of their own', async () => {
    await product.worker.stop();
    const batches = collector.spans().filter(({ name }) => name === 'batch');
    expect(batches.length).toBeGreaterThan(0);
    await eventually('its statement is in one', () =>
      collector
        .spans()
        .some(
          ({ name, parentSpanId }) =>
            name === 'sequence-batch' && batches.some(({ spanId }) => spanId === parentSpanId),
        ),
    );
  });
});
