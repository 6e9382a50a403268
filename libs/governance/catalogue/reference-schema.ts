// The shape of what stands beside the questions: DPUP itself, the risk library, the glossary and the learning section.
import { z } from 'zod';

const words = z.string().min(1);
const code = z.string().regex(/^[A-Za-z0-9:.*-]+$/);
const meanings = z.record(code, words);

export const dpup = z.strictObject({
  principles: z
    .array(z.strictObject({ key: code, name: words, gloss: words, asks: words, questions: z.array(code) }))
    .length(5),
  guidelines: z.array(z.strictObject({ key: code, name: words, coreMoves: words, questions: z.array(code) })).length(4),
  codes: z.strictObject({ findings: meanings, fiveSafes: meanings, ipp: meanings, alsoSee: meanings }),
});

const rating = z.int().min(1).max(5);
const level = z.strictObject({ value: rating, label: words });

export const riskLibrary = z.strictObject({
  scale: z.strictObject({
    note: words,
    likelihood: z.array(level).length(5),
    consequence: z.array(level).length(5),
    bands: z.array(z.strictObject({ label: words, from: z.int(), to: z.int() })).min(1),
  }),
  risks: z.array(
    z.strictObject({
      id: code,
      title: words,
      category: words,
      description: words,
      whoIsHurt: words,
      earlySigns: z.array(words),
      mitigations: z.array(z.strictObject({ id: code, text: words, type: words, acts: words })),
      starterRating: z.strictObject({ likelihood: rating, consequence: rating, note: words }),
      mapsTo: z.strictObject({
        dpup: z.array(code),
        ipp: z.array(code),
        findings: z.array(code),
        fiveSafes: z.array(code),
        questions: z.array(code),
      }),
      seenIn: z.array(code),
    }),
  ),
});

export const glossary = z.array(
  z.strictObject({ term: words, lang: z.enum(['mi', 'en']), meaning: words, reviewed: z.boolean() }),
);

const option = z.strictObject({ text: words, correct: z.boolean(), explanation: words });

export const learning = z.strictObject({
  title: words,
  intro: words,
  agenda: z.array(z.strictObject({ title: words, minutes: z.int().min(1), body: words })).min(1),
  whatPeopleSaid: z.array(z.strictObject({ theme: words, said: words })),
  principles: z.record(code, words),
  quiz: z.array(z.strictObject({ id: code, question: words, options: z.array(option).min(2) })).length(6),
  sources: z.array(z.strictObject({ title: words, url: z.string(), note: words.optional() })),
});

export type Dpup = z.infer<typeof dpup>;
export type RiskLibrary = z.infer<typeof riskLibrary>;
export type GlossaryTerm = z.infer<typeof glossary>[number];
export type Learning = z.infer<typeof learning>;
