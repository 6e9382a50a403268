// One command of the operator's: in the name of an administrator, by the same rules and in the same words as at the API's door.
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { foundDirectory, isInForce, isProblem, type Actor, type DirectoryEvent, type Problem } from '#governance';
import { problemMessage } from '#messages';
import { changeDirectory, handleDirectory, newToken, viewDirectory, type DirectoryView } from '#store';
import { commands, optionOf, type Given } from './commands.js';
import { changeLines, directoryLines } from './report.js';
import { Refused, UsageError } from './usage.js';

/** The lines to print. Throws UsageError or Refused, both with a sentence for the operator. */
export async function perform(command: string, given: Given, dataSource: DataSource, now: Date): Promise<string[]> {
  const at = now.toISOString();
  const newId = (): string => uuidv7();
  const directory = await viewDirectory(dataSource);
  if (command === 'list') return directoryLines(directory);
  if (command === 'bootstrap') return bootstrap(given, directory, dataSource, { at, newId });
  const asked = commands[command];
  if (!asked) throw new UsageError(`There is no command “${command}”.`);
  const input = asked.input(given);
  const actor = administrator(given, directory, at);
  const request = { type: asked.type, commandId: uuidv7(), input, actor, at, newId };
  const outcome = await handleDirectory(dataSource, request);
  if (isProblem(outcome)) throw refused(outcome);
  const events = outcome.entries.map(({ payload }) => payload as DirectoryEvent);
  return changeLines(events, outcome.secret);
}

/** The first organisation, administrator and token, once: nobody is there yet who could permit it. */
async function bootstrap(
  { organisation, kind = 'AGENCY', name }: Given,
  { organisations }: DirectoryView,
  dataSource: DataSource,
  { at, newId }: { at: string; newId: () => string },
): Promise<string[]> {
  if (organisations.length > 0)
    throw new Refused('There are organisations already. Bootstrap is for an empty directory, and works once.');
  const founding = foundDirectory({ organisation, kind, name }, { at, newId });
  if (isProblem(founding)) throw refused(founding);
  const { by, events } = founding;
  const secret = newToken();
  const tokens = new Map(events.flatMap(event => (event.type === 'TokenIssued' ? [[event.tokenId, secret]] : [])));
  await changeDirectory(dataSource, { by, at, commandId: newId(), newId, expectedSequence: 0 }, events, tokens);
  return changeLines(events, secret);
}

/** In whose name the change is made. */
function administrator({ by }: Given, { organisations, people, assignments }: DirectoryView, at: string): Actor {
  const isHeld = ({ startsAt, endsAt }: DirectoryView['assignments'][number]): boolean =>
    isInForce({ startsAt: startsAt.toISOString(), endsAt: endsAt?.toISOString() }, at);
  const held = assignments.filter(assignment => assignment.role === 'administrator' && isHeld(assignment));
  const administrators = new Set(held.map(({ personId }) => personId));
  const candidates = people.filter(({ id }) => administrators.has(id) && (by === undefined || id === by));
  const [person] = candidates;
  if (!person || candidates.length > 1)
    throw new UsageError(by ? `${by} is no administrator.` : 'Say with --by in the name of which administrator.');
  const { id: personId, organisationId } = person;
  const organisationName = organisations.find(({ id }) => id === organisationId)?.name ?? '';
  return { personId, organisationId, organisationName, roles: [{ role: 'administrator', organisationId }] };
}

const refused = (problem: Problem): Refused => {
  const faults = problem.faults.map(fault => ({ ...fault, path: optionOf[fault.path] ?? fault.path }));
  return new Refused(problemMessage({ ...problem, faults }));
};
