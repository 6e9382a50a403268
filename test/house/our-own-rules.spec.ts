// The house's own rules about itself, each told as a sentence: what a newcomer relies on without being told.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import {
  blockerCodes,
  catalogue,
  commandTypes,
  definitions,
  directoryCommandTypes,
  faultCodes,
  lifecycle,
  pinOf,
  proposalStates,
  questionSets,
} from '#governance';
import { blockerMessage, problemMessage } from '#messages';
import { mutationOf } from '../../apps/api/proposals/run-command.js';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
};
const schema = buildSchema(read('schema.graphql'));

describe('The house', () => {
  it('has one mutation for each command, and no other but for erasures and the ends of sessions', () => {
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    const commands = [...commandTypes, ...directoryCommandTypes].map(mutationOf);
    expect(mutations.sort()).toEqual([...commands, 'eraseWords', 'endSession', 'endSessions'].sort());
  });

  it('registers every definition file, once', () => {
    const files = readdirSync(new URL('../../libs/governance/workflows/', import.meta.url)).filter(name =>
      /\.v\d+\.ts$/.test(name),
    );
    expect(definitions.map(({ key, version }) => `${key}.v${version}.ts`).sort()).toEqual(files.sort());
    expect(new Set(definitions.map(definition => pinOf(definition).digest)).size).toBe(definitions.length);
  });

  it('asks each question set of somebody, in every definition with sign-offs', () => {
    for (const { signOffs } of definitions.filter(definition => definition.signOffs.length > 0)) {
      expect(signOffs.flatMap(({ holds }) => holds).sort()).toEqual([...questionSets].sort());
    }
  });

  it('knows all 76 questions, and only states of the public API in its lifecycle', () => {
    expect(catalogue.questions.size).toBe(76);
    for (const state of Object.keys(lifecycle)) expect(proposalStates).toContain(state);
  });

  it('has words for every refusal', () => {
    const sentence = /^\S.*[.]$/s;
    for (const code of blockerCodes) expect(blockerMessage({ code })).toMatch(sentence);
    for (const code of faultCodes) {
      const faults = [{ path: 'title', code }];
      expect(problemMessage({ kind: 'INVALID', code: 'malformed', faults, blockers: [] })).toMatch(sentence);
    }
  });

  it.each(['README.md', 'CONTRIBUTING.md', 'docs/operating.md'])('names only scripts that exist in %s', file => {
    const named = [...read(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name);
    for (const name of named) expect(Object.keys(manifest.scripts)).toContain(name);
  });

  it('has the scripts a newcomer expects', () => {
    const expected = ['start', 'dev', 'build', 'test', 'check', 'generate', 'migrate', 'seed', 'scenario'];
    expect(Object.keys(manifest.scripts)).toEqual(expect.arrayContaining(expected));
  });

  it('names exact versions, at most 40 at runtime, and no address in the lockfile', () => {
    const versions = Object.values(manifest.dependencies);
    expect(versions.length).toBeLessThanOrEqual(40);
    for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });

  it('points at files that exist', () => {
    for (const file of ['README.md', 'ARCHITECTURE.md']) {
      for (const [, target = ''] of read(file).matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
        expect([file, target, existsSync(new URL(`../../${target}`, import.meta.url))]).toEqual([file, target, true]);
      }
    }
  });
});
