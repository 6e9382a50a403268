// A database's address as PostgreSQL's own programs take it from their environment. On a command line, anybody on the machine
// could read the password.
import { ownerOptions } from '#store';

/** Parameters of an address and the variables of libpq that say the same. */
const parameters: Record<string, string> = {
  host: 'PGHOST',
  port: 'PGPORT',
  user: 'PGUSER',
  password: 'PGPASSWORD',
  sslmode: 'PGSSLMODE',
  sslrootcert: 'PGSSLROOTCERT',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
};

/** Kept from our own environment: where secrets and certificates lie when the address does not say. */
const kept = /^(?!PG|NODE_)|^PG(PASSFILE|PASSWORD|SSL\w*|SERVICE\w*)$/;

/** As the login that owns the tables, with the options under which it sees every row. */
export function connectionEnvironment(
  url: string,
  environment: Record<string, string | undefined>,
): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const said = {
    PGHOST: decodeURIComponent(hostname),
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
  };
  const more = Object.entries(parameters).map(([name, variable]) => [variable, searchParams.get(name)]);
  const own = Object.entries(environment).filter(([name]) => kept.test(name));
  const all = [...own, ...given(Object.entries(said)), ...given(more as [string, string | null][])];
  return { ...Object.fromEntries(all), PGOPTIONS: ownerOptions(), PGAPPNAME: 'assent operator', LC_ALL: 'C' };
}

const given = (entries: [string, string | null][]): [string, string | null][] => entries.filter(([, value]) => value);
