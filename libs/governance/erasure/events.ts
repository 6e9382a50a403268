// What happened when words were erased: an entry of the very stream that held them, be it a proposal's or the directory's. Also how
// the open part of such an entry is read back, by whoever has its bytes.
import { z } from 'zod';

const erasedAt = z.strictObject({
  stream: z.string(),
  sequence: z.int().positive(),
  /** JSON pointers into its payload. */
  paths: z.array(z.string()).min(1),
});

/** Words of one entry that were erased together. */
export type ErasedAt = z.infer<typeof erasedAt>;

export interface WordsErased {
  type: 'WordsErased';
  /** REVIEWERS where words of an entry went that only they see. */
  audience?: 'REVIEWERS';
  erased: ErasedAt[];
  authority: string;
  reason: string;
}

/**
 * Erased again after a restore, and the entry that had said so is lost with what came after the backup. Assent says this itself, in
 * the stream `erasures`, and of any stream.
 */
export interface WordsErasedAgain {
  type: 'WordsErased';
  erased: ErasedAt[];
  /** The id of the entry that is lost. */
  lost: string;
}

const opened = z.looseObject({ erased: z.array(erasedAt).min(1) });

/** What a WordsErased names. Undefined for a payload that no such entry has. */
export const readErased = (payload: object): ErasedAt[] | undefined => opened.safeParse(payload).data?.erased;
