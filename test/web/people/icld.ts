// The words of the case: what people said in public and what the papers held, as they stand in its file.
import { readFileSync } from 'node:fs';
import type { PersonaKey, Row } from '../../harness/index.js';

interface Step {
  as: string;
  do?: string;
  id?: string;
  with?: Row;
}

const file = JSON.parse(readFileSync('test/cases/icld.json', 'utf8')) as { dossier: Row; steps: Step[] };

const stepOf = (wanted: (step: Step) => boolean): Row => {
  const found = file.steps.find(wanted);
  if (!found?.with) throw new Error('The case has no such step.');
  return found.with;
};

/** What people said by this act, the author's own tries left out. */
const saidBy = (act: string) =>
  file.steps.filter(step => step.do === act && step.as !== 'analyst') as { as: PersonaKey; with: Row }[];
const notMet = saidBy('giveSignOff').filter(({ with: said }) => said['finding'] === 'NOT_MET');

const [gaps, reasoned] = file.steps
  .filter(({ do: deed }) => deed === 'reviseProposal')
  .map(step => step.with!['dossier'] as Row);

export const icld = {
  title: stepOf(({ do: deed }) => deed === 'draftProposal')['title'] as string,
  /** As its author began it. */
  dossier: file.dossier,
  /** What was missing when they tried to submit it. */
  gaps: gaps!,
  whyNot: reasoned!['alternatives'][0]['whyNot'] as string,
  concern: stepOf(({ id }) => id === 'C-1')['statement'] as string,
  alternative: stepOf(({ do: deed }) => deed === 'proposeAlternative') as { description: string; note: string },
  /** By the key of the sign-off. */
  rationale: (signOff: string): string =>
    notMet.find(({ with: said }) => said['signOff'] === signOff)!.with['rationale'] as string,
  /** All that was said against it, and by whom. */
  concerns: saidBy('raiseConcern'),
  notMet,
  decision: stepOf(({ do: deed, with: said }) => deed === 'recordDecision' && said?.['outcome'] === 'RETURNED') as {
    reasons: string;
  },
};
