// Plays a look: reads what it compares as the persona, and hands it to the comparison.
import type { Check, LookStep } from './case-file.js';
import { type Expectation, type Seen, compare } from './checks.js';
import { lookQuery, previewQuery } from './documents.js';
import { type Stage, proposalOf } from './perform.js';
import { read, readConcerns, readHistory } from './read.js';
import { Unresolved, withAlternatives } from './references.js';

export async function look(step: LookStep, stage: Stage): Promise<Expectation[]> {
  try {
    const id = proposalOf(step, stage.made);
    return compare(step.check, await see(step, id, stage), stage.made);
  } catch (error) {
    if (error instanceof Unresolved) return compare(step.check, { unseen: error.message }, stage.made);
    throw error;
  }
}

async function see(step: LookStep, id: string, { client, made }: Stage): Promise<Seen> {
  const { as: persona, check } = step;
  const proposal = await read<NonNullable<Seen['proposal']>>(client, persona, lookQuery(check), { id });
  if (proposal.rejected) return { unseen: `refused outright ${proposal.rejected.code}: ${proposal.rejected.message}` };
  if (!proposal.value) return { unreadable: true };
  made.versions.set(id, proposal.value.version);
  return {
    proposal: proposal.value,
    ...(check.concerns && { concerns: await readConcerns(client, persona, id) }),
    ...(check.history && { history: await readHistory(client, persona, id) }),
    ...(check.preview && { preview: await preview(persona, id, check.preview, { client, made }) }),
  };
}

function preview(
  persona: string,
  id: string,
  wanted: NonNullable<Check['preview']>,
  stage: Pick<Stage, 'client' | 'made'>,
) {
  const dossier = withAlternatives(wanted.dossier, stage.made);
  return read<{ becomesStale: string[]; stays: string[] }>(stage.client, persona, previewQuery, { id, dossier });
}
