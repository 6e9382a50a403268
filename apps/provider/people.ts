// The people of the demonstration, as the product's start wrote them down. Their access tokens stand beside them and are not read.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { roleKeys } from '#governance';

const shape = z.array(
  z.object({ persona: z.string(), name: z.string(), organisation: z.string(), roles: z.array(z.enum(roleKeys)) }),
);

export type DemonstrationPerson = z.infer<typeof shape>[number];

/** Nobody where the demonstration was never loaded. Read whenever somebody signs in: it may be loaded later. */
export function readPeople(home: string): DemonstrationPerson[] {
  const file = path.join(home, 'demo-access.json');
  return existsSync(file) ? shape.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}
