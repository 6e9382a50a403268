// Job: what a command costs the database and nothing more. BEGIN, load with the row locked, record, COMMIT by a bare pg client:
// no HTTP, no token, no GraphQL, no rules, no words. As in the commands job, a proposal is begun and then changed seven times.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { stepsOfProposal } from './commands-job.mjs';
import { openDatabase, withDatabase } from './database.mjs';

const load = {
  name: 'bench-load',
  text: `select content, number, version, last_sequence, last_hash from bench.proposal where id = $1 for update`,
};

/** Entry, outbox and receipt in one statement with the row; $1 id, $2 version, $3 content, $4 sequence, $5 hash, … */
const appended = `
  entry as (insert into bench.ledger_entry (stream, sequence, id, type, proposal_id, lead_organisation_id, actor_id,
      organisation_id, role, at, revision, command_id, bytes, hash, previous_hash)
    select 'proposal:' || $1, $4, $6, 'SignOffGiven', $1::uuid, $7, $8, $7, 'analyst', $9, 1, $10, $11, $5, $12 from row_),
  delivery as (insert into bench.outbox (entry_id) select $6 from row_),
  receipt as (insert into bench.command_receipt (person_id, command_id, body_hash, proposal_id, first_sequence, last_sequence,
      recorded_at)
    select $8, $10, $5, $1::uuid, $4, $4, $9 from row_)
  select number from row_`;

const begin = {
  name: 'bench-begin',
  text: `with row_ as (insert into bench.proposal (id, version, revision, state, tier, title, lead_organisation_id, author_id,
      partner_ids, workflow_key, workflow_version, workflow_digest, content, last_sequence, last_hash, created_at, updated_at)
    values ($1::uuid, $2, 1, 'DRAFTING', 'T1', 'School breakfast counts', $7, $8, '{}', 'light', 1, '', $3, $4, $5, $9, $9)
    returning number), ${appended}`,
};

const change = {
  name: 'bench-change',
  text: `with row_ as (update bench.proposal set version = $2, state = 'IN_REVIEW', content = $3, last_sequence = $4,
      last_hash = $5, updated_at = $9 where id = $1::uuid and version = $2 - 1 returning number), ${appended}`,
};

const sha256 = bytes => createHash('sha256').update(bytes).digest();

/** The next values, made as cheaply as they can be: parsed content, one hash over the last. */
function valuesOf(id, row, { content, organisationId, personId }) {
  const { version = 0, last_sequence: sequence = 0, last_hash: previous = null } = row ?? {};
  const at = new Date().toISOString();
  const entryId = randomUUID();
  const entry = { v: 1, sequence: sequence + 1, previous: previous?.toString('hex'), id: entryId, at };
  const bytes = Buffer.from(JSON.stringify({ ...entry, nonce: randomBytes(16).toString('hex'), payload: filling }));
  const next = JSON.stringify({ ...(row?.content ?? content), version: version + 1, updatedAt: at });
  const who = [organisationId, personId, at, randomUUID()];
  return [id, version + 1, next, sequence + 1, sha256(bytes), entryId, ...who, bytes, previous];
}

/** As much as a sign-off's entry says. */
const filling = {
  type: 'SignOffGiven',
  signOff: 'purpose',
  finding: 'MET',
  content: '0'.repeat(64),
  by: '0'.repeat(120),
};

async function openPlayer(url, sample) {
  const client = await openDatabase(url);
  let [done, id] = [0, ''];
  const transact = async () => {
    await client.query('BEGIN');
    const { rows } = await client.query({ ...load, values: [id] });
    const { rowCount } = await client.query({ ...(rows[0] ? change : begin), values: valuesOf(id, rows[0], sample) });
    if (rowCount !== 1) throw new Error('The row was not as it was loaded.');
    await client.query('COMMIT');
  };
  const once = async () => {
    if (done % stepsOfProposal === 0) id = randomUUID();
    done += 1;
    await transact().catch(async error => {
      await client.query('ROLLBACK');
      throw error;
    });
  };
  return { once, forget: () => (done = 0), close: () => client.end() };
}

/** Content of the product's own size: that of the proposal which changed last. */
const sample = `select content, lead_organisation_id as "organisationId", author_id as "personId" from proposal
  where state = 'APPROVED' order by updated_at desc limit 1`;

const takeSample = url => withDatabase(url, async client => (await client.query(sample)).rows[0]);

export async function bareCommandsJob({ url, clients }) {
  const taken = await takeSample(url);
  const players = await Promise.all(Array.from({ length: clients }, () => openPlayer(url, taken)));
  return { name: 'commands, bare pg', players };
}
