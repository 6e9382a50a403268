// Plays a command step: fills in what the player fills in, sends the mutation as the persona, remembers what it made.
import type { CaseFile, CommandStep } from './case-file.js';
import type { Client } from './client.js';
import { isDraft, namesProposal, namesVersion } from './commands.js';
import { mutation } from './documents.js';
import { withDueDates } from './due-dates.js';
import type { Made } from './made.js';
import { rememberNewId } from './new-ids.js';
import type { Outcome, Problem, Receipt } from './outcome.js';
import { readConditions, readVersion } from './read.js';
import { Unresolved, concernId, isReference, proposalIdOf, withAlternatives } from './references.js';

/** All that playing a case needs: the people, what was made so far, and the outside world's clock and ids. */
export interface Stage {
  caseFile: CaseFile;
  client: Client;
  made: Made;
  now: () => Date;
  newId: () => string;
}

type Input = Record<string, unknown>;

export async function perform(step: CommandStep, stage: Stage): Promise<Outcome> {
  try {
    const input = await fillIn(step, stage);
    const outcome = await sendAgainWhenStale(step, input, await send(step, input, stage), stage);
    if ('receipt' in outcome) await remember(step, outcome.receipt, stage);
    return outcome;
  } catch (error) {
    if (error instanceof Unresolved) return { unresolved: error.message };
    throw error;
  }
}

async function fillIn(step: CommandStep, stage: Stage): Promise<Input> {
  const input: Input = { commandId: stage.newId(), ...(await resolve(step, stage)) };
  if (step.do === 'draftProposal' && stage.caseFile.dossier && !('dossier' in input)) {
    input.dossier = stage.caseFile.dossier;
  }
  if (namesVersion(step.do) && !('expectedVersion' in input)) {
    const id = String(input.proposalId);
    input.expectedVersion = stage.made.versions.get(id) ?? (await currentVersion(step.as, id, stage)) ?? 1;
  }
  return input;
}

/** The input with everything that stands for something else put in its place. */
async function resolve(step: CommandStep, stage: Stage): Promise<Input> {
  const { made } = stage;
  const input: Input = { ...step.with };
  if (namesProposal(step.do)) input.proposalId = proposalIdOf(input.proposalId ?? proposalOf(step, made), made);
  if ('copyOf' in input) input.copyOf = proposalIdOf(input.copyOf, made);
  if ('concernId' in input) input.concernId = concernId(input.concernId, made);
  if (Array.isArray(input.overruled)) input.overruled = input.overruled.map(name => concernId(name, made));
  if ('conditions' in input) input.conditions = withDueDates(input.conditions, stage.now());
  if ('dossier' in input) input.dossier = withAlternatives(input.dossier, made);
  if (input.conditionId === '@first') input.conditionId = await firstCondition(step, String(input.proposalId), stage);
  if (isReference(input.toPersonId)) input.toPersonId = (await viewerOf(input.toPersonId, stage)).id;
  if (Array.isArray(input.organisationIds)) {
    input.organisationIds = await Promise.all(input.organisationIds.map(name => organisationId(name, stage)));
  }
  return input;
}

/** The proposal that a step is about: the one it names as `on`, else the last drafted. */
export function proposalOf(step: { on?: string }, made: Made): string {
  const id = step.on === undefined ? made.lastDrafted : made.drafts.get(step.on);
  if (id) return id;
  throw new Unresolved(step.on ? `"${step.on}" was never drafted.` : 'nothing was drafted before this step.');
}

async function organisationId(name: unknown, stage: Stage): Promise<unknown> {
  return isReference(name) ? (await viewerOf(name, stage)).organisationId : name;
}

async function viewerOf(name: string, stage: Stage) {
  const viewer = await stage.client.viewer(name.slice(1));
  if (!viewer) throw new Unresolved(`the product does not say who ${name} is.`);
  return viewer;
}

async function firstCondition(step: CommandStep, proposalId: string, stage: Stage): Promise<string> {
  for (const persona of [step.as, stage.made.drafterOf(proposalId)]) {
    const conditions = persona ? await readConditions(stage.client, persona, proposalId) : [];
    const first = conditions.find(condition => !condition.metAt);
    if (first) return first.id;
  }
  throw new Unresolved('@first stands for nothing: no condition in force is open.');
}

async function send(step: CommandStep, input: Input, { client }: Stage): Promise<Outcome> {
  const { data, rejected } = await client.ask(step.as, mutation(step.do), { input });
  const result = data?.[step.do] as ({ __typename: string } & Receipt & Problem) | null | undefined;
  if (result) return result.__typename === 'Receipt' ? { receipt: result } : { problem: result };
  return { rejected: rejected ?? { code: 'NO_RESULT', message: 'The answer holds no result of the command.' } };
}

/** A version that the player filled in may be old, when somebody else acted in between: then it is read and sent once more. */
async function sendAgainWhenStale(step: CommandStep, input: Input, outcome: Outcome, stage: Stage): Promise<Outcome> {
  const filledIn = namesVersion(step.do) && step.with?.expectedVersion === undefined;
  if (!filledIn || !('problem' in outcome) || outcome.problem.kind !== 'CONFLICT') return outcome;
  const version = await currentVersion(step.as, String(input.proposalId), stage);
  if (version === undefined || version === input.expectedVersion) return outcome;
  const commandId = step.with?.commandId ?? stage.newId();
  return send(step, { ...input, commandId, expectedVersion: version }, stage);
}

/** Asked as the acting persona, and where that one may not read the proposal, as the persona who drafted it. */
async function currentVersion(
  persona: string,
  proposalId: string,
  { client, made }: Stage,
): Promise<number | undefined> {
  const drafter = made.drafterOf(proposalId);
  const own = await readVersion(client, persona, proposalId);
  const version = own ?? (drafter ? await readVersion(client, drafter, proposalId) : undefined);
  if (version !== undefined) made.versions.set(proposalId, version);
  return version;
}

async function remember(step: CommandStep, receipt: Receipt, { client, made }: Stage): Promise<void> {
  const { id, version } = receipt.proposal;
  made.versions.set(id, version);
  if (isDraft(step.do)) made.draft(id, step.as, step.id);
  await rememberNewId(step, receipt, client, made);
}
