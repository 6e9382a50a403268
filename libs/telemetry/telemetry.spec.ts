import { describe, expect, it } from '@jest/globals';
import { channel } from 'node:diagnostics_channel';
import { events, faultFields, listen, onlyAllowed, openMetrics, tell, type EventName, type Told } from './index.js';

const words = 'Hana Moreland, 12 Kōwhai Street';
const names = Object.keys(events) as EventName[];

describe('An event', () => {
  it.each(names)('%s carries none of people’s words, whatever it is handed', name => {
    const fields = Object.fromEntries(Object.keys(events[name].fields).map(field => [field, words]));
    for (const value of [words, [words], { words }, `\n${words}`, `a (apps/api/${words}.ts:1:1)`]) {
      const given = Object.fromEntries(Object.keys(fields).map(field => [field, value]));
      expect(JSON.stringify(onlyAllowed(name, { ...given, title: words, body: { words } }))).not.toContain('Hana');
    }
  });

  it.each(names)('%s has a sentence whose fields it has', name => {
    const { says, fields } = events[name];
    expect(says).toMatch(/^[A-Z{].*$/);
    for (const [, field = ''] of says.matchAll(/\{(\w+)\}/g)) expect(Object.keys(fields)).toContain(field);
  });

  it('carries what is of its kind, and says so where something is withheld', () => {
    const correlationId = '8d2f7b02-0641-4de6-8e76-e11dbd96d507';
    const given = { correlationId, method: 'POST', route: '/graphql', status: 200, ms: Number.NaN, code: words };
    expect(onlyAllowed('request-answered', given)).toEqual({
      ...{ correlationId, method: 'POST', route: '/graphql', status: 200, ms: '(withheld)', code: '(withheld)' },
    });
  });

  it('is told to those who listen, until they stop', () => {
    const told: Told[] = [];
    const stop = listen(each => told.push(each));
    tell('draining', { inHand: 2 });
    stop();
    tell('draining', { inHand: 3 });
    expect(told).toEqual([{ name: 'draining', fields: { inHand: 2 } }]);
    expect(channel('assent:event').hasSubscribers).toBe(false);
  });
});

describe('Something thrown', () => {
  it('is told by class, codes and place, never by its message', () => {
    const error = Object.assign(new RangeError(`Key (title)=(${words}) is taken.\n    at ${words}`), {
      ...{ code: '23505', constraint: 'organisation_name', detail: words, parameters: [words] },
    });
    const fields = faultFields(error);
    expect(fields).toMatchObject({ error: 'RangeError', sqlState: '23505', constraint: 'organisation_name' });
    expect(JSON.stringify(onlyAllowed('request-failed', { ...fields }))).not.toContain('Hana');
    expect(fields.frames[0]).toMatch(/\(libs\/telemetry\/telemetry\.spec\.ts:\d+:\d+\)$/);
  });

  it('by Node has a code, and may be no error at all', () => {
    expect(faultFields(Object.assign(new Error(words), { code: 'ECONNREFUSED' })).code).toBe('ECONNREFUSED');
    expect(faultFields(words)).toEqual({ error: 'string', frames: [] });
    expect(faultFields(Object.assign(new Error(words), { code: words, constraint: words }))).toMatchObject({
      ...{ error: 'Error', code: undefined, constraint: undefined },
    });
  });
});

describe('Metrics', () => {
  it('have labels out of closed lists only', async () => {
    const metrics = openMetrics();
    metrics.gauge('assent_known', 'Known.', () => 3);
    metrics.gauge('assent_unknown', 'Not known.', async () => undefined);
    tell('command-handled', {
      type: 'GiveSignOff',
      outcome: 'refused',
      kind: 'DENIED',
      code: 'not-permitted',
      tries: 3,
      ms: 12,
    });
    tell('command-handled', { type: words, outcome: words, kind: words, code: words, tries: 1, ms: 1 });
    tell('request-answered', { method: words, route: words, status: 200, ms: 3 });
    const text = await metrics.text();
    metrics.close();
    expect(text).toContain('assent_refusals_total{kind="DENIED",code="not-permitted"} 1');
    expect(text).toContain('assent_command_retries_total 2');
    expect(text).toContain('assent_known 3');
    expect(text).not.toMatch(/^assent_unknown/m);
    expect(text).not.toContain('Hana');
  });
});
