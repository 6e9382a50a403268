// The container files, read as an engine would read them: they parse, nothing runs as root or may be written to, nothing is
// fetched by a name that can move, no secret has a default, and every program that is named is built.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import { parseDocument } from 'yaml';
import { variables } from '#configuration';
import { makeGroups } from '../../migrations/0001-roles.js';
import type { Row } from '../harness/index.js';
import { makeReady } from '../launcher/product.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const isBuilt = (program: string): boolean =>
  existsSync(new URL(`../../${program.replace(/^dist\//, '').replace(/\.js$/, '.ts')}`, import.meta.url));

describe('The Dockerfile', () => {
  const dockerfile = DockerfileParser.parse(read('Dockerfile'));
  const instructions = dockerfile.getInstructions();
  const stages: Instruction[][] = [];
  for (const instruction of instructions) {
    if (instruction.getKeyword() === 'FROM') stages.push([]);
    stages.at(-1)?.push(instruction);
  }
  const last = stages.at(-1)!;
  const words = (instruction: Instruction | undefined): string => instruction?.getArgumentsContent() ?? '';
  const of = (keyword: string, among = instructions) => among.filter(each => each.getKeyword() === keyword);

  it('has only instructions that there are, and ends in what runs', () => {
    const known = 'ARG FROM WORKDIR COPY RUN LABEL ENV USER EXPOSE STOPSIGNAL HEALTHCHECK ENTRYPOINT CMD'.split(' ');
    expect(instructions.map(each => each.getKeyword()).filter(keyword => !known.includes(keyword))).toEqual([]);
    expect(stages).toHaveLength(3);
    for (const keyword of ['RUN', 'CMD', 'ENTRYPOINT'])
      for (const each of of(keyword))
        expect(JSON.parse(words(each))).toEqual(expect.arrayContaining([expect.any(String)]));
  });

  it('begins with a base that is named with its digest: it has no default, or one with a digest', () => {
    for (const each of of('FROM')) expect(words(each)).toMatch(/^\$\{NODE_IMAGE\} AS \w+$/);
    const [, usual] = words(of('ARG')[0]).split('=');
    if (usual !== undefined) expect(usual).toMatch(/@sha256:[0-9a-f]{64}$/);
    expect(read('Dockerfile')).not.toMatch(/:latest/);
  });

  it('installs by the lockfile, without scripts, and for the product without what is for development or optional', () => {
    const install = of('RUN', stages[1]).map(each => JSON.parse(words(each)) as string[]);
    expect(install).toHaveLength(1);
    expect(install[0]).toEqual(
      expect.arrayContaining(['npm', 'ci', '--omit=dev', '--omit=optional', '--ignore-scripts']),
    );
  });

  it('takes nothing into the product but dependencies, dist and two files, and makes nothing there but the signer’s folder', () => {
    expect(of('COPY', last).map(words)).toEqual([
      '/app/node_modules node_modules/',
      '/app/dist dist/',
      'package.json LICENSE ./',
    ]);
    const [made, ...others] = of('RUN', last).map(each => JSON.parse(words(each)) as string[]);
    expect([made?.slice(0, 2), others]).toEqual([['node', '-e'], []]);
    expect(made?.[2]).toMatch(
      /^const fs = require\('node:fs'\); fs\.mkdirSync\('\/signer', \{ mode: 0o700 \}\); fs\.chownSync/,
    );
  });

  it('runs as a number that is not root, and is ended by SIGTERM', () => {
    const place = (keyword: string) => last.findIndex(each => each.getKeyword() === keyword);
    expect(words(of('USER', last)[0])).toMatch(/^[1-9]\d+:[1-9]\d+$/);
    expect(place('USER')).toBeLessThan(place('CMD'));
    expect(words(of('STOPSIGNAL', last)[0])).toBe('SIGTERM');
  });

  it('asks after its health without a shell, on the port that it exposes', () => {
    const [health] = of('HEALTHCHECK', last);
    const [program, script = '', port] = JSON.parse(words(health).replace(/^CMD /, '')) as string[];
    expect([program, isBuilt(script), port]).toEqual(['node', true, words(of('EXPOSE', last)[0])]);
    expect(words(of('ENV', last)[0])).toContain(`PORT=${port}`);
    expect((JSON.parse(words(of('CMD', last)[0])) as string[]).every(isBuilt)).toBe(true);
  });

  it('names only files that there are, and .dockerignore sends them', () => {
    const sent = read('.dockerignore')
      .split('\n')
      .filter(line => line.startsWith('!'))
      .map(line => line.slice(1));
    const named = of('COPY').flatMap(each => words(each).split(' ').slice(0, -1));
    const ours = named.filter(name => !name.startsWith('/app/')); // the others come from an earlier stage
    expect(ours.length).toBeGreaterThan(5);
    expect(ours.filter(name => !sent.includes(name))).toEqual([]);
    expect(sent.filter(name => !existsSync(new URL(`../../${name}`, import.meta.url)))).toEqual([]);
    expect(read('.dockerignore').split('\n')).toContain('*');
  });

  it('sets no secret', () => {
    for (const each of [...of('ENV'), ...of('ARG')])
      expect(words(each)).not.toMatch(/PASSWORD|SECRET|TOKEN|DATABASE_URL/i);
  });
});

describe('docker-compose.yml', () => {
  const document = parseDocument(read('docker-compose.yml'), { merge: true, strict: true, uniqueKeys: true });
  const compose = document.toJS() as Row;
  const services = Object.entries(compose['services'] as Record<string, Row>);
  const ours = services.filter(([, { build }]) => build);

  it('parses without a fault', () => {
    expect([document.errors, document.warnings]).toEqual([[], []]);
    expect(services.map(([name]) => name)).toEqual(['database', 'migrate', 'api', 'worker', 'admin', 'doctor']);
  });

  it.each(services)('%s: read-only, without privileges, without a moving name', (_, service) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
    expect(service['privileged'] ?? service['network_mode'] ?? service['pid']).toBeUndefined();
    expect(service['tmpfs']).toContain('/tmp');
    if (service['build']) expect(service['build'].args.NODE_IMAGE).toMatch(/^\$\{NODE_IMAGE:\?/);
    else expect(service['image']).toMatch(/^\$\{\w+_IMAGE:\?.*digest\}$/);
    expect(service['image']).not.toMatch(/latest/);
  });

  it('the image has the version of the release', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    for (const [, { image }] of ours) expect(image).toBe(`assent:${version}`);
  });

  it('no secret has a default, and no program gets one that is not its own', () => {
    const secrets = /(PASSWORD|SECRET|TOKEN)/;
    for (const [name, { environment = {} }] of services)
      for (const [variable, value] of Object.entries(environment as Record<string, string>)) {
        if (value === `\${${variable}:-}`) {
          // Handed through; empty is not set.
          expect([name, variable]).toEqual([name, expect.not.stringMatching(secrets)]);
          continue;
        }
        for (const [, used] of String(value).matchAll(/\$\{(\w+)(?::\?[^}]*)?\}/g))
          expect([name, used]).toEqual([name, expect.stringMatching(secrets)]);
        expect(String(value)).not.toMatch(/\$\{\w+:?-/);
        if (secrets.test(variable) || /_URL$/.test(variable))
          expect([variable, value]).toEqual([variable, expect.stringContaining('${')]);
      }
    const used = (name: string) => JSON.stringify((compose['services'] as Row)[name].environment);
    for (const name of ['api', 'worker']) expect(used(name)).not.toMatch(/OWNER_PASSWORD|DATABASE_PASSWORD/);
    expect(used('api')).not.toContain('WORKER_PASSWORD');
    expect(used('worker')).not.toContain('API_PASSWORD');
  });

  it('hands the api the proxies that it trusts, from whoever starts it', () => {
    expect((compose['services'] as Row)['api'].environment.TRUST_PROXY).toBe('${TRUST_PROXY:-}');
  });

  it('hands the api where browsers reach it and whom they sign in with, and nobody else the secret of that', () => {
    const { api, ...others } = compose['services'] as Row;
    for (const variable of ['PUBLIC_URL', 'OIDC_ISSUER', 'OIDC_CLIENT_ID'])
      expect(api.environment[variable]).toBe(`\${${variable}:-}`);
    expect(api.environment['OIDC_CLIENT_SECRET']).toMatch(/^\$\{OIDC_CLIENT_SECRET\?[^}]+\}$/);
    expect(JSON.stringify(others)).not.toContain('OIDC_CLIENT_SECRET');
  });

  it('sets only variables that the programs read', () => {
    for (const [, { environment }] of ours)
      expect(Object.keys(environment as object).filter(name => !(name in variables))).toEqual([]);
  });

  it('names only programs that are built, and publishes on this machine only', () => {
    for (const [name, { entrypoint = ['node'], command = [] }] of ours) {
      const [program, script] = [...entrypoint, ...command] as string[];
      expect([name, program, isBuilt(script!)]).toEqual([name, 'node', true]);
    }
    for (const [, { ports = [] }] of services) for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('waits for what has to be there, and asks after the health of all that keeps running', () => {
    for (const [name, { healthcheck, restart, depends_on }] of services) {
      const isLasting = restart !== undefined;
      expect([name, Array.isArray(healthcheck.test)]).toEqual([name, isLasting]);
      for (const [other, { condition }] of Object.entries((depends_on ?? {}) as Record<string, Row>)) {
        expect(Object.keys(compose['services'] as object)).toContain(other);
        const isDone = other === 'migrate' ? 'service_completed_successfully' : 'service_healthy';
        expect([name, other, condition]).toEqual([name, other, isDone]);
      }
    }
    for (const name of ['api', 'worker']) {
      const { healthcheck, environment } = (compose['services'] as Row)[name];
      const [, program, script, port] = healthcheck.test as string[];
      expect([program, isBuilt(script!)]).toEqual(['node', true]);
      expect(port).toBe(environment[name === 'api' ? 'PORT' : 'WORKER_PORT']);
    }
  });

  it('gives a process longer to drain than it takes for itself', () => {
    for (const name of ['api', 'worker']) {
      const grace = Number.parseInt((compose['services'] as Row)[name].stop_grace_period as string, 10);
      expect(grace).toBeGreaterThan(Number(variables.DRAIN_SECONDS.schema.parse(undefined)));
    }
  });

  it('makes the groups that the migrations make, and a login for each process', () => {
    const script = compose['configs'].logins.content as string;
    const groups = [.../array\['([^\]]+)'\]/.exec(makeGroups)![1]!.matchAll(/assent_\w+/g)].map(([group]) => group);
    for (const group of groups) expect(script).toContain(`create role ${group} nologin;`);
    for (const [, { environment }] of ours)
      for (const value of Object.values(environment as Record<string, string>)) {
        const login = /^postgres:\/\/(\w+):/.exec(value)?.[1];
        if (login) expect(script).toContain(`create role ${login} login`);
      }
    expect(script).not.toMatch(/superuser|bypassrls/i);
  });
});

describe('The health check', () => {
  beforeAll(makeReady);

  const check = async (port: number): Promise<number> => {
    const child = spawn(process.execPath, ['dist/apps/operator/is-ready.js', String(port)], { stdio: 'ignore' });
    const [code] = (await once(child, 'close')) as [number];
    return code;
  };

  it('is content with an answer of 200 at /readyz, and with nothing else', async () => {
    let status = 200;
    const server = createServer((request, answer) => {
      answer.statusCode = request.url === '/readyz' ? status : 404;
      answer.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    expect(await check(port)).toBe(0);
    status = 503;
    expect(await check(port)).toBe(1);
    server.close();
    await once(server, 'close');
    expect(await check(port)).toBe(1);
  });
});
