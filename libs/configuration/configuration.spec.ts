import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, readConfiguration, strays, variables, type Environment } from './index.js';

const secret = 'canary-7d1f';
const url = `postgres://somebody:${secret}@db.example:5432/assent`;

function complaint(environment: Environment, program: 'api' | 'launcher' = 'api'): string {
  try {
    readConfiguration(program, environment);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return '';
}

describe('The configuration', () => {
  it('has defaults for all that a program does not need to be told', () => {
    expect(readConfiguration('api', { DATABASE_URL: url })).toMatchObject({
      ...{ DATABASE_URL: url, PORT: 3000, HOST: '127.0.0.1', DATABASE_POOL: 10, DRAIN_SECONDS: 15 },
      ...{ METRICS_PORT: undefined, METRICS_HOST: '127.0.0.1', LOG_LEVEL: undefined },
    });
  });

  it('takes a variable that is set to nothing as not set', () => {
    expect(readConfiguration('api', { DATABASE_URL: url, PORT: '', LOG_LEVEL: '' })).toMatchObject({ PORT: 3000 });
  });

  it('gives a program what it reads and nothing else', () => {
    const read = readConfiguration('worker', { DATABASE_URL: url, MIGRATION_DATABASE_URL: url, PORT: 'eighty' });
    expect(Object.keys(read)).not.toEqual(expect.arrayContaining(['PORT']));
    expect(Object.keys(read)).not.toEqual(expect.arrayContaining(['MIGRATION_DATABASE_URL']));
  });

  it('tells every problem at once, a line each, with what would be right', () => {
    const [heading, ...lines] = complaint({ PORT: '0', DATABASE_POOL: '1.5', LOG_LEVEL: 'loud' }).split('\n');
    expect(heading).toBe('The environment does not say how to run the api:');
    expect(lines).toEqual([
      '  PORT: what it is set to will not do; it takes a whole number from 1 to 65535, or any for one that is free.',
      '  DATABASE_URL: it is not set, and the api needs it; it takes an address such as postgres://LOGIN:PASSWORD@HOST:5432/DATABASE.',
      '  DATABASE_POOL: what it is set to will not do; it takes a whole number from 1 to 200.',
      '  LOG_LEVEL: what it is set to will not do; it takes debug, info, warn, error or silent.',
    ]);
  });

  it.each(['65536', '-1', '3000.5', ' ', '1e3', '0x50', 'anything'])('does not take %j for a port', PORT => {
    expect(complaint({ DATABASE_URL: url, PORT })).toMatch(/^ {2}PORT: /m);
  });

  it.each(['a b', 'a/b', 'http://a', '[::1]', '127.0.0.1:80', 'a,b'])('does not take %j for a host', wrong => {
    const heard = complaint({ DATABASE_URL: url, HOST: wrong, METRICS_HOST: wrong });
    expect(heard.match(/^ {2}\w+(?=: )/gm)).toEqual(['  HOST', '  METRICS_HOST']);
  });

  it.each(['::1', 'fe80::1%eth0', '::ffff:10.0.0.1', '0.0.0.0', 'localhost', 'api_1.example'])(
    'takes %j for one',
    HOST => {
      expect(readConfiguration('api', { DATABASE_URL: url, HOST }).HOST).toBe(HOST);
    },
  );

  it('wants two ports to be two, and says so with all else that is wrong', () => {
    const same = /^ {2}METRICS_PORT: it is the same as PORT; it takes another one\.$/m;
    expect(complaint({ DATABASE_URL: url, METRICS_PORT: '3000' })).toMatch(same);
    const both = complaint({ PORT: '4000', METRICS_PORT: '4000' });
    expect(both).toMatch(same);
    expect(both).toMatch(/^ {2}DATABASE_URL: /m);
    expect(complaint({ DATABASE_URL: url, PORT: 'any', METRICS_PORT: 'any' })).toBe('');
  });

  it('reads budgets, and proxies by address or by number', () => {
    const read = (given: Environment) => readConfiguration('api', { DATABASE_URL: url, ...given });
    expect(read({ RATE_PER_TOKEN: '5:50' }).RATE_PER_TOKEN).toBe('5:50');
    expect(read({ TRUST_PROXY: '2' }).TRUST_PROXY).toBe(2);
    expect(read({ TRUST_PROXY: '' }).TRUST_PROXY).toBeUndefined();
    expect(read({ TRUST_PROXY: '10.0.0.1, fd00::/8' }).TRUST_PROXY).toEqual(['10.0.0.1', 'fd00::/8']);
    for (const RATE_PER_TOKEN of ['5', '0:5', '5:0', '-1:5', '1.5:5', '5:50:500']) {
      expect(complaint({ DATABASE_URL: url, RATE_PER_TOKEN })).toMatch(/^ {2}RATE_PER_TOKEN: /m);
    }
    for (const TRUST_PROXY of ['0', '10', 'true', '*', 'localhost', '10.0.0.1/99', '10.0.0.1,']) {
      expect(complaint({ DATABASE_URL: url, TRUST_PROXY })).toMatch(/^ {2}TRUST_PROXY: /m);
    }
  });

  it('repeats no value, whichever variable it was set in', () => {
    for (const name of Object.keys(variables)) {
      for (const wrong of [`mysql://x:${secret}@y`, `postgres://${secret}:@@[`, secret, `\n${secret}=,`]) {
        for (const program of ['api', 'launcher'] as const) {
          expect(complaint({ DATABASE_URL: undefined, [name]: wrong }, program)).not.toContain(secret);
        }
      }
    }
  });

  it('has a default or says what holds without one, for every variable', () => {
    for (const [name, { schema, unset }] of Object.entries(variables)) {
      const usual = schema.safeParse(undefined);
      expect([name, usual.success, usual.data !== undefined || unset !== undefined]).toEqual([name, true, true]);
    }
  });
});

describe('Strays', () => {
  it.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['ASSENT_HOEM', 'ASSENT_HOME'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['METRIC_PORT', 'METRICS_PORT'],
  ])('%s is a slip for %s', (name, meant) => {
    expect(strays({ [name]: secret })).toEqual([{ name, meant }]);
  });

  it('finds every unknown name with our prefix', () => {
    expect(strays({ ASSENT_COLOUR: 'green' })).toEqual([{ name: 'ASSENT_COLOUR' }]);
  });

  it.each(['HOSTNAME', 'PORTS', 'PATH', 'OTEL_SERVICE_NAME', 'OTEL_EXPORTER_OTLP_TIMEOUT', 'NODE_OPTIONS'])(
    'leaves %s alone',
    name => expect(strays({ [name]: 'x' })).toEqual([]),
  );

  it('leaves what is ours alone', () => {
    expect(strays(Object.fromEntries(Object.keys(variables).map(name => [name, 'x'])))).toEqual([]);
  });
});
