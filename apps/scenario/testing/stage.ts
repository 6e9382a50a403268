// One scripted product, and cases of a few steps played on it; what the player sent is checked against the API.
import { expect } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseFile, type Step, personas } from '../case-file.js';
import { Client } from '../client.js';
import { type Played, play } from '../play.js';
import { FakeProduct, type Script, receipt, result } from './fake-product.js';

const tokens = new Map(personas.map(persona => [persona, `token-of-${persona}`]));
const now = new Date('2026-03-01T00:00:00Z');

export const draft: Step = { as: 'analyst', do: 'draftProposal', with: { title: 'Ngā kai' } };

/** The steward signs the purpose; `more` replaces whole fields of the step. */
export const sign = (more: object = {}): Step => ({
  as: 'data_steward',
  do: 'giveSignOff',
  with: { signOff: 'purpose', finding: 'MET', rationale: 'Clear.' },
  ...more,
});

export const met = (all: Played[]): boolean[] => all.map(one => one.expectations.every(expectation => expectation.met));

const viewer: Script[string] = ({ persona }) => ({
  data: { viewer: { person: { id: `person-${persona}`, organisation: { id: `org-${persona}`, name: persona } } } },
});

/** Plays the steps and stops the product; a draft is p-1 at version 1 unless the script says otherwise. */
export async function playOnFake(
  steps: Step[],
  script: Script,
  more: Partial<CaseFile> = {},
): Promise<{ all: Played[]; product: FakeProduct }> {
  const product = new FakeProduct({
    draftProposal: asked => result(asked, receipt('p-1', 1)),
    Viewer: viewer,
    ...script,
  });
  const client = new Client(await product.start(), tokens);
  try {
    return { all: await play(caseOf(steps, more), client, undefined, { now: () => now, newId: counter() }), product };
  } finally {
    await product.stop();
    expectValid(product);
  }
}

/** Plays the steps where nobody listens any more. */
export async function playOnNothing(steps: Step[]): Promise<Played[]> {
  const product = new FakeProduct({});
  const url = await product.start();
  await product.stop();
  return play(caseOf(steps), new Client(url, tokens));
}

const caseOf = (steps: Step[], more: Partial<CaseFile> = {}): CaseFile => ({
  format: 'assent-case/1',
  id: 'c',
  title: 'C',
  steps,
  ...more,
});

function counter(): () => string {
  let ids = 0;
  return () => `id-${(ids += 1)}`;
}

/** Every document that a test made the player send is valid against the floor of the API. */
function expectValid({ asked }: FakeProduct): void {
  const schema = buildSchema(readFileSync(join(process.cwd(), 'test/contract/core.graphql'), 'utf8'));
  for (const { query } of asked) expect(validate(schema, parse(query))).toEqual([]);
}
