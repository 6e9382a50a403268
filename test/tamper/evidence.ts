// A real history, exported: proposals on their way to decisions over HTTP, revisions, stale sign-offs, concerns, a role that ends, words
// and a name that are erased, two epochs of the log's key; then sealed, in two steps, and written as a bundle.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { rotateKey } from '#ledger';
import {
  growTree,
  keepCosignature,
  publishCheckpoint,
  publishDefinitions,
  recordKey,
  rootAt,
  sequenceBatch,
  treeState,
} from '#store';
import { writeBundle } from '../../apps/export/write-bundle.js';
import {
  answer,
  awaitDecision,
  concern,
  decide,
  openApi,
  sign,
  submit,
  travel,
  travellerIn,
  type OpenApi,
  type OpenStore,
  type PersonaKey,
} from '../harness/index.js';
import { keyPair, origin, signedCheckpoint, witnessPair, type KeyPair } from './log.js';

export type Files = Map<string, Buffer>;

export interface Evidence {
  files: Files;
  /** Half-way, and signed then: what somebody may have kept. */
  earlier: { checkpoint: string; files: Files };
  first: KeyPair;
  second: KeyPair;
  witnesses: KeyPair[];
  api: OpenApi;
  /** Everything recorded so far, sealed by the key in force and exported. */
  exportNow(withWords?: boolean): Promise<Files>;
  close(): Promise<void>;
}

export const cosignedAt = 1_790_000_000;

/** Where the database is. */
interface Place {
  store: Pick<OpenStore, 'connect'>;
}

/** What the worker does, by hand. */
export async function seal({ store }: Place, log: KeyPair, witnesses: KeyPair[]): Promise<string> {
  const worker = await store.connect('assent_worker', 1);
  while (await sequenceBatch(worker, 100));
  while (await growTree(worker, 100));
  const { size } = await treeState(worker);
  const root = await rootAt(worker, size);
  await publishCheckpoint(worker, { size, root, note: signedCheckpoint(log, { size, root }) });
  const whole = signedCheckpoint(log, { size, root }, witnesses, cosignedAt);
  const all = whole.trimEnd().split('\n');
  const lines = all.slice(all.length - witnesses.length);
  for (const [at, line] of lines.entries())
    await keepCosignature(worker, { size, witness: `w${at}`, line: `${line}\n`, at: new Date() }, () => false);
  await worker.destroy();
  return whole;
}

export async function exportFiles({ store }: Place, withWords = true): Promise<Files> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'assent-bundle-'));
  const auditor = await store.connect('assent_auditor', 2);
  try {
    await writeBundle(auditor, { folder, withWords, product: '0.0.0-test', say: () => undefined });
    return new Map(readdirSync(folder).map(name => [name, readFileSync(path.join(folder, name))]));
  } finally {
    await auditor.destroy();
    rmSync(folder, { recursive: true });
  }
}

const act = () => ({ at: new Date().toISOString(), newId: () => uuidv7() });

async function firstHalf(api: OpenApi): Promise<void> {
  await decide(api, await awaitDecision(api, 'T1', 'Ngā wāhi kāore e toroa ana'));
  const revised = await submit(api, 'T2');
  await sign(api, revised, 'purpose');
  await sign(api, revised, 'proportionality');
  await api
    .as('analyst')
    .do('reviseProposal', { proposalId: revised, dossier: { retention: 'One year, then deleted.' } });
  await sign(api, revised, 'proportionality');
  const concernId = await concern(api, revised);
  await answer(api, revised, concernId);
  await api.as('partner_a').do('settleConcern', { proposalId: revised, concernId, outcome: 'SETTLED' });
  for (const key of ['privacy_risk', 'consultation', 'transparency']) await sign(api, revised, key);
  await decide(api, revised);
}

const checklist = [
  { questionId: 'PM-1', answer: 'YES' },
  { questionId: 'PM-3', answer: 'NO', note: 'The old figure is still in use.' },
  { questionId: 'PM-4', answer: 'NOT_APPLICABLE', note: 'There is nothing to exclude yet.' },
];

async function secondHalf(api: OpenApi): Promise<void> {
  const { cast } = api.store;
  const steward = await cast.add({ name: 'Rangi Tau', organisation: 'lead', roles: ['data_steward'] });
  const t3 = await submit(api, 'T3');
  await api
    .as(steward)
    .do('assignTask', { proposalId: t3, work: 'signOff:purpose', to: steward.personId, note: 'Mine.' });
  await api
    .as(steward)
    .do('giveSignOff', { proposalId: t3, signOff: 'purpose', finding: 'MET', rationale: 'It holds.', checklist });
  await cast.change([
    {
      type: 'RoleEnded',
      assignmentId: steward.assignmentIds[0]!,
      personId: steward.personId,
      endsAt: new Date().toISOString(),
    },
  ]);
  for (const key of ['proportionality', 'privacy_risk', 'consultation', 'transparency']) await sign(api, t3, key);
  const open = await concern(api, t3, 'partner_b', { severity: 'MODERATE' });
  await answer(api, t3, open, 'NOT_ACCEPTED');
  await sign(api, t3, 'consultation');
  await decide(api, t3);
  await decide(api, await awaitDecision(api, 'T1', 'To be returned'), 'RETURNED');
  await api
    .as('auditor')
    .query('{ proposals(first: 5) { totalCount: edges { node { id } } } }')
    .catch(() => undefined);
  await eraseSome(api);
  await travel(api.store, await travellerIn(api.store), 11, 25);
}

const erase = (api: OpenApi, who: PersonaKey, input: object) =>
  api.as(who).do('eraseWords', { authority: 'IPP 7.', reason: 'A request.', ...input });

/** Of what was decided, of what is awaiting decision, and of somebody's name. */
async function eraseSome(api: OpenApi): Promise<void> {
  const officer = api.as('privacy_officer');
  const decided = (await officer.history({ types: ['ProposalDrafted'] })).edges[0]!.node;
  await erase(api, 'privacy_officer', { entryId: decided['id'], paths: ['/title', '/dossier/purposes/0'] });
  const waiting = await awaitDecision(api, 'T1', 'To be said anew');
  const [drafted] = await officer.historyOf(waiting);
  await erase(api, 'privacy_officer', { entryId: drafted!['id'], paths: ['/dossier/purposes/0'] });
  await erase(api, 'administrator', { entryId: await entryOfName(api, 'Rangi Tau') });
}

/** The entry by which somebody of that name came into the directory. */
export async function entryOfName(api: OpenApi, displayName: string): Promise<string> {
  const { edges } = await api.as('administrator').history({ stream: 'directory', types: ['PersonAdded'] });
  return edges.find(({ node }) => node['payload'].displayName === displayName)!.node['id'] as string;
}

export async function gatherEvidence(): Promise<Evidence> {
  const api = await openApi();
  const [first, second] = [keyPair(origin), keyPair(origin)];
  const witnesses = [witnessPair('witness.example/one'), witnessPair('witness.example/two')];
  const worker = await api.store.connect('assent_worker', 1);
  await publishDefinitions(worker, act());
  await recordKey(worker, act(), { type: 'SigningKeyIntroduced', key: first.verifier }, 0);
  await firstHalf(api);
  const checkpoint = await seal(api, first, witnesses);
  const earlier = { checkpoint, files: await exportFiles(api) };
  await recordKey(worker, act(), { type: 'SigningKeyRotated', ...rotateKey(first, second) }, 1);
  await worker.destroy();
  await secondHalf(api);
  const exportNow = async (withWords = true): Promise<Files> => {
    await seal(api, second, witnesses);
    return exportFiles(api, withWords);
  };
  const files = await exportNow();
  return { files, earlier, first, second, witnesses, api, exportNow, close: () => api.close() };
}
