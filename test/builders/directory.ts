// A directory built by its own commands: givenDirectory(acts).when(act).then(event) or .refuses(kind, with what).
import { expect } from '@jest/globals';
import {
  checkDirectoryShape,
  decideDirectory,
  emptyDirectory,
  evolveDirectory,
  foundDirectory,
  isProblem,
  type Directory,
  type DirectoryCommandType,
  type DirectoryEvent,
  type DirectoryJudgement,
  type Problem,
  type ProblemKind,
} from '#governance';

export interface Office {
  directory: Directory;
  at: string;
  /** What the tests call them → their ids. */
  ids: Record<string, string>;
  made: number;
}

/** A step that changes the office, or the time in it. */
export type OfficeAct = (office: Office) => Office | Problem;

const idOf = (event: DirectoryEvent): string => {
  switch (event.type) {
    case 'OrganisationAdded':
      return event.organisationId;
    case 'PersonAdded':
      return event.personId;
    case 'RoleAssigned':
    case 'RoleEnded':
      return event.assignmentId;
    case 'TokenIssued':
    case 'TokenRevoked':
      return event.tokenId;
    case 'IdentityLinked':
    case 'IdentityUnlinked':
      return event.identityId;
    case 'WordsErased':
      return '';
  }
};

/** Names in an input stand for the ids of what they name. */
const named = (input: object, ids: Record<string, string>): object =>
  Object.fromEntries(
    Object.entries(input).map(([key, value]) => [key, key.endsWith('Id') ? (ids[String(value)] ?? value) : value]),
  );

export const judgedIn = (
  { directory, at, ids, made }: Office,
  who: string,
  type: DirectoryCommandType,
  input: object,
  through?: string,
): DirectoryJudgement | Problem => {
  const command = checkDirectoryShape(type, named(input, ids));
  if (isProblem(command)) return command;
  let count = made;
  const newId = (): string => `id-${++count}`;
  return decideDirectory(command, { actorId: ids[who] ?? who, through: through && ids[through], directory, at, newId });
};

const after = (office: Office, events: DirectoryEvent[], names: string[]): Office => ({
  ...office,
  directory: events.reduce((directory, event) => evolveDirectory(directory, event, office.at), office.directory),
  made: office.made + events.length,
  ids: { ...office.ids, ...Object.fromEntries(names.map((name, index) => [name, idOf(events[index]!)])) },
});

/** `as` is what the test calls what was made, `through` the token in hand. */
export const ask =
  (who: string, type: DirectoryCommandType, input: object, as?: string, through?: string): OfficeAct =>
  office => {
    const judged = judgedIn(office, who, type, input, through);
    return isProblem(judged) ? judged : after(office, judged.events, as ? [as] : []);
  };

const day = 24 * 60 * 60 * 1000;
export const dayFrom = (at: string, days: number): string => new Date(Date.parse(at) + days * day).toISOString();
export const daysPass =
  (days: number): OfficeAct =>
  office => ({ ...office, at: dayFrom(office.at, days) });

export const opening = '2027-01-01T00:00:00.000Z';

/** One agency with its administrator `root`, whose first token is `key`, and nobody else. */
export function founded(): Office {
  let made = 0;
  const office = { directory: emptyDirectory(), at: opening, ids: {}, made: 100 };
  const founding = foundDirectory(
    { organisation: 'The Ministry', kind: 'AGENCY', name: 'Root' },
    { at: opening, newId: () => `founded-${++made}` },
  );
  if (isProblem(founding)) throw new Error(JSON.stringify(founding));
  return after(office, founding.events, ['ministry', 'root', 'rootRole', 'key']);
}

export const newPerson = (name: string, organisationId = 'ministry'): OfficeAct =>
  ask('root', 'AddPerson', { organisationId, displayName: name }, name);

export const giveRole = (personId: string, role: string, more: object = {}): OfficeAct =>
  ask('root', 'AssignRole', { personId, role, ...more }, `${personId}:${role}`);

export const giveToken = (personId: string, more: object = {}): OfficeAct =>
  ask('root', 'IssueToken', { personId, label: 'Work', ...more }, `${personId}:token`);

export function must(office: Office, act: OfficeAct): Office {
  const next = act(office);
  if (isProblem(next)) throw new Error(`Given: refused: ${JSON.stringify(next)}`);
  return next;
}

interface Refusal {
  code?: string;
  path?: string[];
  subject?: string;
}

export const givenDirectory = (...acts: OfficeAct[]) => {
  const office = acts.reduce(must, founded());
  return {
    office,
    when: (who: string, type: DirectoryCommandType, input: object, through?: string) => {
      const judged = judgedIn(office, who, type, input, through);
      return {
        then: (...events: object[]): void => expect(judged).toMatchObject({ events }),
        by: (by: object): void => expect(judged).toMatchObject({ by }),
        refuses: (kind: ProblemKind, { code, path, subject }: Refusal = {}): void => {
          if (!isProblem(judged)) throw new Error(`Not refused: ${JSON.stringify(judged.events)}`);
          expect({ ...judged, asked: input }).toMatchObject({ kind, ...(code ? { code } : {}) });
          if (path) expect(judged.faults.map(fault => fault.path)).toEqual(path);
          if (subject) {
            const [prefix, name = ''] = subject.split(':');
            const id = office.ids[subject.slice(prefix!.length + 1)] ?? name;
            expect(judged.blockers.map(blocker => blocker.subject)).toEqual([`${prefix}:${id}`]);
          }
        },
      };
    },
  };
};
