// The demonstration: organisations, people and access tokens, made once through the directory like any others, and the file
// that tells a newcomer how to act as each of them.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { DirectoryEvent } from '#governance';
import { changeDirectory, createDataSource, listOrganisations, newToken, type DirectoryAct } from '#store';
import {
  demonstrationOrganisations,
  personas,
  type DemonstrationOrganisation,
  type Persona,
} from './demonstration-people.js';

const tokenLife = 365 * 24 * 60 * 60 * 1000;

export const accessFile = (home: string): string => path.join(home, 'demo-access.json');

/** True when it was loaded just now; false when the directory has organisations already, which are left alone. */
export async function loadDemonstration(databaseUrl: string, home: string, now: Date): Promise<boolean> {
  const dataSource = createDataSource({ url: databaseUrl, role: 'assent_application', poolSize: 1 });
  await dataSource.initialize();
  try {
    if ((await listOrganisations(dataSource)).length > 0) return false;
    const tokens = new Map<string, string>();
    const { act, events, access } = draw(now, tokens);
    // Written first: tokens that nobody was told of could never be used, and the demonstration is loaded only once.
    writeAccess(home, access);
    await changeDirectory(dataSource, act, events, tokens);
    return true;
  } finally {
    await dataSource.destroy();
  }
}

/** demo-access.json, readable by its owner only, and never half written. */
function writeAccess(home: string, access: object[]): void {
  const file = accessFile(home);
  mkdirSync(home, { recursive: true });
  const part = `${file}.${process.pid}`;
  writeFileSync(part, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 });
  renameSync(part, file);
}

export const hasAccessFile = (home: string): boolean => existsSync(accessFile(home));

interface Drawn {
  act: DirectoryAct;
  events: DirectoryEvent[];
  access: object[];
}

function draw(now: Date, tokens: Map<string, string>): Drawn {
  const organisationIds = new Map(Object.keys(demonstrationOrganisations).map(key => [key, uuidv7()]));
  const idOf = (organisation: DemonstrationOrganisation): string => organisationIds.get(organisation) ?? '';
  const people = personas.map(each => ({ ...each, personId: uuidv7(), organisationId: idOf(each.organisation) }));
  const [administrator] = people;
  if (!administrator) throw new Error('The demonstration has nobody to begin with.');
  const { personId, organisationId } = administrator;
  const at = now.toISOString();
  const act = {
    by: { personId, organisationId, role: 'administrator' as const },
    at,
    commandId: uuidv7(),
    newId: () => uuidv7(),
    expectedSequence: 0,
  };
  const organisations = Object.entries(demonstrationOrganisations).map(([key, { name, kind }]): DirectoryEvent => ({
    type: 'OrganisationAdded',
    organisationId: organisationIds.get(key) ?? '',
    name,
    organisationKind: kind,
  }));
  const events = [...organisations, ...people.flatMap(person => eventsOf(person, now, tokens))];
  return { act, events, access: people.map(person => accessOf(person, events, tokens)) };
}

type Member = Persona & { personId: string; organisationId: string };

function eventsOf(
  { name, role, personId, organisationId }: Member,
  now: Date,
  tokens: Map<string, string>,
): DirectoryEvent[] {
  const tokenId = uuidv7();
  tokens.set(tokenId, newToken());
  const startsAt = now.toISOString();
  const expiresAt = new Date(now.getTime() + tokenLife).toISOString();
  return [
    { type: 'PersonAdded', personId, organisationId, displayName: name },
    { type: 'RoleAssigned', assignmentId: uuidv7(), personId, organisationId, role, startsAt },
    { type: 'TokenIssued', tokenId, personId, label: 'Demonstration', scopes: ['read', 'write'], expiresAt },
  ];
}

function accessOf(
  { persona, name, organisation, role, personId }: Member,
  events: DirectoryEvent[],
  tokens: Map<string, string>,
) {
  const issued = events.find(event => event.type === 'TokenIssued' && event.personId === personId);
  const token = issued?.type === 'TokenIssued' ? tokens.get(issued.tokenId) : undefined;
  return { persona, name, organisation: demonstrationOrganisations[organisation].name, roles: [role], token };
}
