// The access tokens of the personas, as the demonstration writes them into demo-access.json.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { CaseFile } from './case-file.js';

const accessSchema = z.array(z.object({ persona: z.string(), token: z.string().min(1) }));

export type Tokens = ReadonlyMap<string, string>;

/** The token of each persona, or a sentence that says why there are none. */
export function readAccess(file: string): Tokens | string {
  try {
    const parsed = accessSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (!parsed.success) return `${file} is not a list of people with "persona" and "token". Use demo-access.json.`;
    return new Map(parsed.data.map(({ persona, token }) => [persona, token]));
  } catch (error) {
    return `The access file cannot be read: ${(error as Error).message}.`;
  }
}

/** The personas of these cases for whom there is no token. */
export function withoutToken(cases: CaseFile[], tokens: Tokens): string[] {
  const acting = cases.flatMap(({ steps }) => steps.map(step => step.as));
  return [...new Set<string>(acting)].filter(persona => !tokens.has(persona));
}
