// The people of the demonstration are linked to its provider, each once, by its administrator: by the rules, and as entries, like all links.
import { readFileSync } from 'node:fs';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { authenticate, createDataSource, findLinkedPerson, handleDirectory, type Viewer } from '#store';
import { accessFile, hasAccessFile } from './demonstration.js';

interface Access {
  persona: string;
  token: string;
}

/** Whoever's token was revoked is no part of the demonstration any more, and stays as they are. */
export async function linkDemonstration(databaseUrl: string, home: string, issuer: string): Promise<void> {
  if (!hasAccessFile(home)) return;
  const access = JSON.parse(readFileSync(accessFile(home), 'utf8')) as Access[];
  const dataSource = createDataSource({ url: databaseUrl, role: 'assent_application', poolSize: 1 });
  await dataSource.initialize();
  try {
    const known: [subject: string, viewer: Viewer | undefined][] = [];
    for (const { persona, token } of access) known.push([persona, await authenticate(dataSource, token)]);
    const administrator = known.find(([, viewer]) => viewer?.actor.roles.some(({ role }) => role === 'administrator'));
    if (!administrator?.[1]) return;
    for (const [subject, viewer] of known)
      if (viewer) await link(dataSource, administrator[1], { issuer, subject, personId: viewer.actor.personId });
  } finally {
    await dataSource.destroy();
  }
}

async function link(
  dataSource: DataSource,
  { actor, tokenId: through }: Viewer,
  input: { issuer: string; subject: string; personId: string },
): Promise<void> {
  if (await findLinkedPerson(dataSource, input)) return;
  const at = new Date().toISOString();
  // What the rules refuse stays unlinked: its person is told so when they sign in.
  await handleDirectory(dataSource, {
    ...{ type: 'LinkIdentity', commandId: uuidv7(), input, actor, through, at, newId: () => uuidv7() },
  });
}
