// A bundle of as many entries as one likes, made by the rules and written by the same code as a real one, without a database: proposals
// of all tiers on their way to decisions, some hundred at a time.
import '../postgres/typescript.mjs';
import { generateKeyPairSync, randomUUID, sign as signBytes } from 'node:crypto';
import { createWriteStream, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';

const {
  canonicalJson,
  algorithms,
  append,
  bundleFormat,
  emptyRange,
  formatCheckpoint,
  formatKey,
  formatLine,
  formatNote,
  rootOf,
  signText,
  toBase64,
} = await import('#ledger');
const { catalogues, currentCatalogue, definitions, evolve, pinOf } = await import('#governance');
const { makeEntries, sha256 } = await import('../../libs/store/ledger/index.ts');
const { contentDigest } = await import('../../libs/store/content-digest.ts');
const { handle, emptyHall } = await import('../builders/hallway.ts');
const { people } = await import('../builders/people.ts');
const acts = await import('../builders/acts.ts');
const journeys = await import('../builders/journeys.ts');
const { measure } = await import('../../apps/export/part.ts');

const flat = journey => (Array.isArray(journey) ? journey.flatMap(flat) : [journey]);

function play(...journey) {
  let hall = emptyHall();
  for (const act of flat(journey)) {
    const recorded = handle(hall, act(hall.proposal));
    if (!recorded.hall) throw new Error(`The journey was refused: ${JSON.stringify(recorded)}`);
    hall = recorded.hall;
  }
  return hall.history;
}

const { reviseProposal, giveSignOff, comment, recordDecision } = acts;
const revised = [
  reviseProposal({ retention: 'One year, then deleted.' }),
  giveSignOff('proportionality'),
  giveSignOff('privacy_risk'),
];
const heard = [journeys.concernRaised(), journeys.concernAnswered()];

/** Ways that proposals take, the short ones more often. */
const ways = [
  play(journeys.approved('T1')),
  play(journeys.awaitingDecision('T1'), revised, heard, recordDecision()),
  play(journeys.inReview('T1'), heard, journeys.allSignedOff('T1'), revised, revised, recordDecision()),
  play(journeys.awaitingDecision('T2'), revised, journeys.returned()),
  play(journeys.awaitingDecision('T1'), revised, revised, revised, recordDecision()),
  play(journeys.awaitingDecision('T3'), heard, revised, recordDecision()),
];

const log = 'bench.example/log';

class Ledger {
  range = emptyRange;
  index = 0;
  constructor(folder) {
    this.folder = folder;
    this.files = Object.fromEntries(
      ['entries.jsonl', 'leaves.bin', 'words.jsonl'].map(name => [name, createWriteStream(path.join(folder, name))]),
    );
  }

  async write(name, bytes) {
    if (!this.files[name].write(bytes)) await once(this.files[name], 'drain');
  }

  async add(stream, entries) {
    for (const { sequence, bytes, hash, words } of entries) {
      await this.write('entries.jsonl', formatLine({ index: this.index, stream, sequence, bytes: toBase64(bytes) }));
      await this.write('leaves.bin', hash);
      const sorted = [...words].sort((a, b) => (a.path < b.path ? -1 : 1));
      for (const each of sorted)
        await this.write(
          'words.jsonl',
          formatLine({ stream, sequence, path: each.path, salt: toBase64(each.salt), words: each.text }),
        );
      this.range = append(sha256, this.range, hash);
      this.index += 1;
    }
  }

  async close() {
    for (const file of Object.values(this.files)) {
      file.end();
      await once(file, 'close');
    }
  }
}

const system = { personId: 'assent', organisationId: 'assent', role: 'system' };
const empty = { sequence: 0, hash: null };
const at = '2026-03-01T09:00:00.000Z';

async function addSurroundings(ledger) {
  const published = [
    ...definitions.map(definition => ({ type: 'DefinitionPublished', ...pinOf(definition), definition })),
    ...catalogues.map(({ pin, content }) => ({ type: 'CataloguePublished', ...pin, catalogue: content })),
  ];
  const inputs = events => events.map(event => ({ id: randomUUID(), type: event.type, event }));
  const act = (stream, by) => ({ stream, by, at, commandId: randomUUID() });
  await ledger.add('definitions', makeEntries(act('definitions', system), empty, inputs(published)));
  const assigned = Object.values(people).flatMap(({ personId, roles }) =>
    roles.map(({ role, organisationId }) => ({
      type: 'RoleAssigned',
      assignmentId: randomUUID(),
      personId,
      organisationId,
      role,
      startsAt: at,
    })),
  );
  const founder = { personId: 'administrator', organisationId: 'lead', role: 'administrator' };
  await ledger.add('directory', makeEntries(act('directory', founder), empty, inputs(assigned)));
}

/** One proposal under way: each call adds the entries of its next command. */
class Way {
  head = empty;
  step = 0;
  commands = new Map();
  constructor(history) {
    this.id = randomUUID();
    this.history = history;
  }

  async go(ledger) {
    const event = this.history[this.step];
    const { by, at: when, version, proposalId: _, ...said } = event;
    const stream = `proposal:${this.id}`;
    if (!this.commands.has(version + when)) this.commands.set(version + when, randomUUID());
    const act = { stream, proposalId: this.id, by, at: when, commandId: this.commands.get(version + when), version };
    const isBound = said.type === 'SignOffGiven' || said.type === 'DecisionRecorded';
    const bound = isBound ? { ...said, content: contentDigest(this.proposal) } : said;
    const entries = makeEntries(act, this.head, [{ id: randomUUID(), type: said.type, event: bound }]);
    this.head = entries[0];
    this.proposal = evolve(this.proposal, { ...entries[0].committed, by, at: when, version, proposalId: this.id });
    await ledger.add(stream, entries);
    this.step += 1;
    return this.step < this.history.length;
  }

  row(number) {
    const { id, version, revision, state, tier, leadOrganisationId, partnerIds, workflow, author, submittedAt } =
      this.proposal;
    const columns = { id, number, version, revision, state, tier, leadOrganisationId, partnerIds, workflow };
    const last = { lastSequence: this.head.sequence, lastHash: Buffer.from(this.head.hash).toString('hex') };
    return { ...columns, ...last, authorId: author.personId, submittedAt: submittedAt ?? null, content: this.proposal };
  }
}

const underWay = 300;

/** Answers the key that the checkpoint is signed with. At least `entries` entries: no history is cut off. */
export async function makeBundle(folder, entries) {
  const ledger = new Ledger(folder);
  await addSurroundings(ledger);
  const rows = [];
  let open = [];
  let begun = 0;
  while (open.length > 0 || ledger.index < entries) {
    while (open.length < underWay && ledger.index + open.length * 6 < entries)
      open.push(new Way(ways[begun++ % ways.length]));
    const next = [];
    for (const way of open) {
      if (await way.go(ledger)) next.push(way);
      else rows.push(way.row(rows.length + 1));
    }
    open = next;
  }
  await ledger.close();
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  const state = createWriteStream(path.join(folder, 'state.jsonl'));
  for (const row of rows) if (!state.write(formatLine(row))) await once(state, 'drain');
  state.end();
  await once(state, 'close');
  return seal(folder, ledger);
}

async function seal(folder, { range, index }) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }).subarray(12));
  const key = { name: log, algorithm: algorithms.ed25519, publicKey: raw };
  const text = formatCheckpoint({ origin: log, size: index, root: rootOf(sha256, range) });
  const signature = signText(sha256, key, message => signBytes(null, message, privateKey), text);
  writeFileSync(path.join(folder, 'checkpoint'), formatNote({ text, signatures: [signature] }));
  const files = {};
  for (const name of ['entries.jsonl', 'leaves.bin', 'words.jsonl', 'state.jsonl', 'checkpoint'])
    files[name] = await measure(path.join(folder, name));
  const manifest = { format: bundleFormat, product: 'bench', catalogue: currentCatalogue.pin, entries: index, files };
  writeFileSync(path.join(folder, 'manifest.json'), `${canonicalJson(manifest)}\n`);
  return {
    key: formatKey(sha256, key),
    entries: index,
    bytes: files['entries.jsonl'].bytes + files['words.jsonl'].bytes,
  };
}
