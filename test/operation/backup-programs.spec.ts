// Finding PostgreSQL's own programs, and handing them an address without showing its password.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectionEnvironment } from '../../apps/operator/programs/connection.js';
import { findPrograms, fitting, missing, programFolders } from '../../apps/operator/programs/find-program.js';
import { removeTree } from '../../libs/store/embedded-postgres/leftovers.js';
import { makeFolder } from '../postgres/story-tools.js';

let home: string;
const folder = (name: string) => join(home, name);
beforeAll(() => {
  home = makeFolder();
  for (const [name, said] of [
    ['old', 'pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)'],
    ['new', 'pg_dump (PostgreSQL) 18.4'],
    ['newer', 'pg_dump (PostgreSQL) 19beta2'],
    ['other', 'pg_dump 3.1 of somebody else'],
  ] as const) {
    mkdirSync(folder(name));
    writeFileSync(join(folder(name), 'pg_dump'), `#!/bin/sh\necho '${said}'\n`, { mode: 0o755 });
  }
  mkdirSync(folder('broken'));
  writeFileSync(join(folder('broken'), 'pg_dump'), '#!/bin/sh\nexit 127\n', { mode: 0o755 });
  mkdirSync(folder('nothing'));
  mkdirSync(join(folder('nothing'), 'pg_dump'));
  for (const name of ['old', 'new', 'newer', 'other', 'broken', 'nothing']) chmodSync(folder(name), 0o755);
});
afterAll(() => removeTree(home));

const found = (...names: string[]) => findPrograms('pg_dump', names.map(folder));

describe('pg_dump', () => {
  it('is asked for its version, wherever it stands; what does not run or is something else is left out', () => {
    expect(found('old', 'newer', 'other', 'broken', 'nothing', 'no such folder')).toEqual([
      { path: join(folder('old'), 'pg_dump'), version: '15.18', major: 15 },
      { path: join(folder('newer'), 'pg_dump'), version: '19beta2', major: 19 },
    ]);
  });

  it('fits a server of its own version best, a newer one at need, an older one never', () => {
    const all = found('newer', 'old', 'new');
    expect(fitting(all, 18)?.version).toBe('18.4');
    expect(fitting(all, 16)?.version).toBe('18.4');
    expect(fitting(all, 19)?.version).toBe('19beta2');
    expect(fitting(all, 20)).toBeUndefined();
  });

  it('that is missing or too old is told in a sentence, with how to get it', () => {
    expect(missing('pg_dump', [], 18)).toMatch(
      /^No pg_dump of PostgreSQL 18 or newer was found\. Install .*postgresql-client-18/,
    );
    expect(missing('pg_dump', found('old'), 18)).toContain('(15.18 is too old for it)');
  });

  it('is looked for only where POSTGRES_PROGRAMS says, if it says', () => {
    expect(programFolders(folder('old'), folder('new'))).toEqual([folder('old')]);
    expect(programFolders(undefined, `${folder('new')}:${folder('old')}`)).toEqual(
      expect.arrayContaining([folder('new'), folder('old')]),
    );
  });
});

describe('An address', () => {
  const url =
    'postgres://the%20owner:p%40ss%2Fword@db.example:6543/as%20sent?sslmode=verify-full&sslrootcert=/etc/ca.pem';

  it('is told to a program by its environment, decoded, with the options under which the owner sees all', () => {
    expect(
      connectionEnvironment(url, { PATH: '/bin', PGHOST: 'elsewhere', PGOPTIONS: '-c x=y', PGPASSFILE: '/p' }),
    ).toEqual({
      PATH: '/bin',
      PGPASSFILE: '/p',
      PGHOST: 'db.example',
      PGPORT: '6543',
      PGUSER: 'the owner',
      PGPASSWORD: 'p@ss/word',
      PGDATABASE: 'as sent',
      PGSSLMODE: 'verify-full',
      PGSSLROOTCERT: '/etc/ca.pem',
      PGOPTIONS: '-c timezone=UTC -c assent.maintenance=on',
      PGAPPNAME: 'assent operator',
      LC_ALL: 'C',
    });
  });

  it('without a password leaves it to the password file', () => {
    expect(connectionEnvironment('postgres://owner@db.example/assent', { PGPASSFILE: '/p' })).not.toHaveProperty(
      'PGPASSWORD',
    );
  });
});
