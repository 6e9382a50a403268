// Checkpoints and proofs between them, for whoever checks the ledger with a program of their own.
import { Args, Context, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { toHex } from '#ledger';
import { findCheckpoint, findHistoryEntry, proveConsistency, proveInclusion, rootAt, treeState } from '#store';
import { badUserInput } from '../graphql/refusals.js';
import { actorOf, type RequestContext } from '../identity/context.js';
import { Checkpoint, ConsistencyProof, EntryProof } from '../schema/proof.js';

type Given = number | null | undefined;

@Resolver()
export class ProofResolver {
  @Query(() => Checkpoint, {
    nullable: true,
    description: 'The newest, or the one over just so many entries; null where none was signed. Everybody may know.',
  })
  async checkpoint(
    @Args('size', { type: () => Int, nullable: true }) size: Given,
    @Context() { dataSource }: RequestContext,
  ): Promise<Checkpoint | null> {
    if (isGiven(size)) requireSize(size, 'size', [1, await sealedSizeOf(dataSource)]);
    const found = await findCheckpoint(dataSource, size ?? undefined);
    return found ? { ...found, origin: originOf(found.note), root: toHex(found.root) } : null;
  }

  @Query(() => EntryProof, {
    nullable: true,
    description:
      'In the tree of this size, or of the newest checkpoint; null for an entry that is unknown, not yours to read, or not sealed yet.',
  })
  async entryProof(
    @Args('entryId', { type: () => ID }) entryId: string,
    @Args('size', { type: () => Int, nullable: true }) size: Given,
    @Context() context: RequestContext,
  ): Promise<EntryProof | null> {
    const { dataSource, notes } = context;
    const entry = await findHistoryEntry(dataSource, actorOf(context), entryId);
    if (!entry) return null;
    notes.note('entryProof', { entryId, size }, [entry.proposalId]);
    const sealed = await sealedSizeOf(dataSource);
    const { index, hash } = entry;
    if (index === null || index >= sealed) return null;
    if (isGiven(size)) requireSize(size, 'size', [index + 1, sealed]);
    const at = size ?? sealed;
    const proof = await proveInclusion(dataSource, index, at);
    return { index, size: at, leaf: hash, proof: proof.map(toHex), root: toHex(await rootAt(dataSource, at)) };
  }

  @Query(() => ConsistencyProof, {
    description: 'Between two sizes of the sealed ledger, such as those of two checkpoints. Everybody may know.',
  })
  async consistencyProof(
    @Args('from', { type: () => Int }) from: number,
    @Args('to', { type: () => Int }) to: number,
    @Context() { dataSource }: RequestContext,
  ): Promise<ConsistencyProof> {
    requireSize(to, 'to', [0, await sealedSizeOf(dataSource)]);
    requireSize(from, 'from', [0, to]);
    return { from, to, proof: (await proveConsistency(dataSource, from, to)).map(toHex) };
  }
}

const isGiven = (size: Given): size is number => size !== null && size !== undefined;

/** A note begins with the name of the log. */
const originOf = (note: string): string => note.slice(0, note.indexOf('\n'));

const sealedSizeOf = async (dataSource: RequestContext['dataSource']): Promise<number> =>
  (await treeState(dataSource)).sealedSize;

function requireSize(size: number, name: string, [least, most]: [least: number, most: number]): void {
  if (size >= least && size <= most) return;
  throw badUserInput(
    most < least
      ? `No entry is sealed yet, so there is no ${name} to ask for. Ask without it, or again later.`
      : `${name} is ${size}, and has to be from ${least} to ${most}: a number of entries that are sealed.`,
  );
}
