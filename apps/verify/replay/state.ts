// L7: rows as they were exported, each as one digest until its history has been replayed.
import type { Proposal } from '#governance';
import { areEqual, bundleFiles, canonicalBytes, parseLine, type CanonicalValue } from '#ledger';
import { linesOf } from '../bundle/lines.js';
import type { Source } from '../bundle/source.js';
import { finding, type Finding } from '../finding.js';
import { sha256 } from '../native.js';

const file = bundleFiles.state;

interface Expected {
  lastSequence: number;
  /** For people; no entry says it. */
  number: number;
  /** Of the line. */
  digest: Uint8Array;
  hasContent: boolean;
}

type Row = Record<string, unknown> & { id: string; lastSequence: number; number: number };

const encoder = new TextEncoder();
const isRow = (parsed: Record<string, unknown> | undefined): parsed is Row =>
  typeof parsed?.['id'] === 'string' &&
  Number.isSafeInteger(parsed['lastSequence']) &&
  Number.isSafeInteger(parsed['number']);

export class ExportedState {
  readonly #rows = new Map<string, Expected>();
  #last = '';

  static async read(source: Source): Promise<ExportedState | Finding> {
    const state = new ExportedState();
    for await (const lines of linesOf(source.open(file)))
      for (const line of lines ?? ['']) {
        const bad = state.#take(line);
        if (bad) return bad;
      }
    return state;
  }

  #take(line: string): Finding | undefined {
    const row = parseLine(line);
    if (!isRow(row)) {
      const place = { file, index: this.#rows.size };
      return finding('not-canonical', place, 'The line is not written in the one way there is.');
    }
    const { id, lastSequence, number } = row;
    if (id <= this.#last) {
      const place = { file, stream: `proposal:${id}` };
      return finding('state-differs', place, 'Rows stand in the order of their ids, and each once.');
    }
    this.#last = id;
    this.#rows.set(id, { lastSequence, number, digest: sha256(encoder.encode(line)), hasContent: 'content' in row });
    return undefined;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** The number of the last entry in the row's stream; undefined where there is no row, or it was compared. */
  lastOf(id: string): number | undefined {
    return this.#rows.get(id)?.lastSequence;
  }

  /** The row that a history makes, with as much in it as the exported one has. */
  rowOf(proposal: Proposal, lastSequence: number, lastHash: string): object {
    const { id, version, revision, state, tier, leadOrganisationId, partnerIds, workflow, author, submittedAt } =
      proposal;
    const exported = this.#rows.get(id);
    return {
      ...{ id, version, revision, state, tier, leadOrganisationId, partnerIds, workflow, lastSequence, lastHash },
      number: exported?.number,
      authorId: author.personId,
      submittedAt: submittedAt ?? null,
      ...(exported?.hasContent ? { content: proposal } : {}),
    };
  }

  /** Compares, and forgets the row. */
  isAsReplayed(id: string, row: object): boolean {
    const expected = this.#rows.get(id);
    this.#rows.delete(id);
    return expected !== undefined && areEqual(expected.digest, sha256(canonicalBytes(row as CanonicalValue)));
  }

  /** A row that no history led to. */
  get left(): string | undefined {
    return this.#rows.keys().next().value;
  }
}

/** Names what differs, for people: the row is read a second time. */
export async function differences(source: Source, id: string, replayed: object): Promise<string[]> {
  for await (const lines of linesOf(source.open(file)))
    for (const line of lines ?? []) {
      const row = parseLine(line);
      if (row?.['id'] === id) return keysThatDiffer(row, JSON.parse(JSON.stringify(replayed)) as object);
    }
  return [];
}

function keysThatDiffer(one: object, other: object, path = ''): string[] {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap(key => {
    const [a, b] = [one, other].map(each => (each as Record<string, unknown>)[key]);
    if (JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))) return [];
    const isDeep = key === 'content' && typeof a === 'object' && typeof b === 'object' && a !== null && b !== null;
    return isDeep ? keysThatDiffer(a, b, `${key}.`) : [`${path}${key}`];
  });
}

const sorted = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => [key, sorted(field)]),
  );
};
