// How far the ledger has come, as numbers of entries.

export interface Reach {
  /** Entries that have their place. */
  size: number;
  /** Of them, those under a signed checkpoint. */
  sealedSize: number;
}

export const reachText = `select (select coalesce(max(index) + 1, 0) from ledger_position) as "size",
  (select sealed_size from tree_head) as "sealedSize"`;

export const reachOf = ({ size, sealedSize }: { size: string; sealedSize: string }): Reach => ({
  size: Number(size),
  sealedSize: Number(sealedSize),
});
