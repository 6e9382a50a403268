// eraseWords as it is asked for: an entry, which of its words, and on whose authority and why they have to go.
import { z } from 'zod';
import { isProblem, type Problem } from '../problems.js';
import { readShape } from '../proposal/check-shape.js';
import { opaqueId, text } from '../proposal/words.js';

const shape = z.strictObject({
  entryId: opaqueId.transform(value => value.toLowerCase()),
  /** JSON pointers into the entry's payload; all of its words when left out. */
  paths: z
    .array(opaqueId)
    .min(1)
    .max(1_000)
    .nullish()
    .transform(value => value ?? undefined),
  /** Also wherever else in the stream the very same words stand. */
  everywhere: z
    .boolean()
    .nullish()
    .transform(value => value ?? false),
  authority: text,
  reason: text,
});

export type EraseWords = { type: 'EraseWords' } & z.infer<typeof shape>;

/** `input` is what was sent, less the command id: the typed command, or INVALID with every offending place. */
export function checkErasure(input: unknown): EraseWords | Problem {
  const read = readShape(shape, input);
  return isProblem(read) ? read : { type: 'EraseWords', ...read };
}
