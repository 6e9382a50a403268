// A proposal as somebody may see it: by its id, by what people call it, by a part of it. One statement each.
import type { DataSource } from 'typeorm';
import { readingOf, type Actor, type Proposal, type Reading } from '#governance';
import { run, withClient, type Statement } from '../connection.js';
import { isUuid } from '../identifiers.js';
import { onBehalf, scopeOf, scopeValues, visibleProposal } from '../visible-to.js';

export interface ProposalSeen {
  number: number;
  /** The stored proposal, whole: for rules to judge. Shown is only `reading.proposal`. */
  proposal: Proposal;
  reading: Reading;
}

export interface ProposalRow {
  number: string;
  content: Proposal;
}
type Row = ProposalRow;

const byId: Statement = {
  name: 'proposal-by-id',
  text: onBehalf(`select p.number, p.content from proposal p, viewer where p.id = $7 and ${visibleProposal('p')}`),
};

/** Undefined when it does not exist or is not this person's to read: one answer for both. */
export async function findProposal(
  dataSource: DataSource,
  actor: Actor,
  id: string,
): Promise<ProposalSeen | undefined> {
  if (!isUuid(id)) return undefined;
  const rows = await withClient(dataSource, client => run<Row>(client, byId, [...scopeValues(scopeOf(actor)), id]));
  return rows[0] && seenBy(actor, rows[0]);
}

const byNumber: Statement = {
  name: 'proposal-by-number',
  text: onBehalf(
    `select p.number, p.content from proposal p, viewer where p.number = $7::bigint and ${visibleProposal('p')}`,
  ),
};

/** `DSP-0042` is the number 42, however many noughts lead it. Undefined like `findProposal`, also for what is no reference. */
export async function findProposalByReference(
  dataSource: DataSource,
  actor: Actor,
  reference: string,
): Promise<ProposalSeen | undefined> {
  const number = /^\s*DSP-0*([1-9]\d{0,14})\s*$/i.exec(reference)?.[1];
  if (!number) return undefined;
  const values = [...scopeValues(scopeOf(actor)), number];
  const rows = await withClient(dataSource, client => run<Row>(client, byNumber, values));
  return rows[0] && seenBy(actor, rows[0]);
}

const byPart: Statement = {
  name: 'proposal-by-part',
  text: onBehalf(`select p.number, p.content from proposal p, viewer where ${visibleProposal('p')}
    and (p.content @@ ('$.concerns[*].id == "' || $7 || '"')::jsonpath
      or p.content @@ ('$.signOffs.*.conditions[*].id == "' || $7 || '"')::jsonpath
      or p.content @@ ('$.decision.conditions[*].id == "' || $7 || '"')::jsonpath) limit 1`),
};

/** The proposal that holds the concern or condition of this id, if this person may read that proposal. */
export async function findProposalOfPart(
  dataSource: DataSource,
  actor: Actor,
  id: string,
): Promise<ProposalSeen | undefined> {
  if (!isUuid(id)) return undefined;
  const rows = await withClient(dataSource, client => run<Row>(client, byPart, [...scopeValues(scopeOf(actor)), id]));
  return rows[0] && seenBy(actor, rows[0]);
}

export function seenBy(actor: Actor, { number, content }: Row): ProposalSeen | undefined {
  const reading = readingOf(actor, content);
  return reading && { number: Number(number), proposal: content, reading };
}

const byIds: Statement = {
  name: 'proposals-by-id',
  text: onBehalf(
    `select p.number, p.content from proposal p, viewer where p.id = any ($7::uuid[]) and ${visibleProposal('p')}`,
  ),
};

/** Those of them that this person may read, in no order. */
export async function findProposals(
  dataSource: DataSource,
  actor: Actor,
  ids: readonly string[],
): Promise<ProposalSeen[]> {
  if (ids.length === 0) return [];
  const rows = await withClient(dataSource, client => run<Row>(client, byIds, [...scopeValues(scopeOf(actor)), ids]));
  return rows.map(row => seenBy(actor, row)).filter(each => each !== undefined);
}
