// Requests that go wrong in every way known here, with canaries in all that a client can write.
import { once } from 'node:events';
import { connect } from 'node:net';
import { randomUUID } from 'node:crypto';
import type { OpenApi } from '../../harness/index.js';
import { holdReceipts } from '../in-hand.js';
import { setReachable } from '../product.js';
import type { Planting } from './planting.js';

const draft =
  'mutation ($input: DraftProposalInput!) { draftProposal(input: $input) { __typename ... on Problem { code message path } } }';

/** The texts of all answers. The database stays away until `noticed` resolves. */
export async function provoke(api: OpenApi, planting: Planting, noticed: () => Promise<void>): Promise<string[]> {
  const answers: string[] = [];
  const word = (where: string): string => planting.word(`private: ${where}`);
  const { token } = api.store.cast.members.analyst;
  const ask = async (body: object | string, headers: Record<string, string> = {}): Promise<void> => {
    answers.push((await api.as('analyst').send(body, headers)).text);
  };
  for (const query of queriesThatFail(word)) await ask({ query });
  for (const [query, variables] of variablesThatFail(word)) await ask({ query, variables });
  await ask({
    query: `query ${word('operation name')} { viewer { roles } }`,
    operationName: word('another operation name'),
  });
  await ask({ query: `query Q${word('own operation name')} { ${word('alias')}: viewer { roles } }` });
  await ask({
    query: '{ viewer { roles } }',
    extensions: { persistedQuery: { version: 1, sha256Hash: word('extensions') } },
  });
  await ask(`{ "query": "${word('broken JSON')}`);
  await ask(`["${word('a list')}"]`);
  await ask({ query: '{ viewer { roles } }' }, headersWith(word));
  for (const path of [
    `/${word('path')}`,
    `/graphql?query=${word('query string')}`,
    `/graphql/%${word('unreadable path')}`,
  ])
    answers.push(await (await fetch(`${api.url}${path}`, { headers: { authorization: `Bearer ${token}` } })).text());
  answers.push(
    await (
      await fetch(`${api.url}/graphql`, { method: 'POST', headers: { authorization: `Bearer ${word('token')}` } })
    ).text(),
  );
  answers.push(await sendBytes(api.url, `${word('no HTTP')} ${word('at all')}\r\n\r\n`));
  answers.push(await sendBytes(api.url, `GET / HTTP/1.1\r\nhost: [${word('host')}\r\nconnection: close\r\n\r\n`));
  answers.push(...(await breakDatabase(api, word, noticed)));
  return answers;
}

type Word = (where: string) => string;

const queriesThatFail = (word: Word): string[] => [
  `{ ${word('unknown field')} }`,
  `{ viewer { ${word('unknown inner field')} } }`,
  `{ proposal(id: "${word('id')}") { title } }`,
  `{ node(id: "${word('node id')}") { id } }`,
  `{ proposals(after: "${word('cursor')}") { totalCount } }`,
  `{ proposals(filter: { organisationId: "${word('organisation id')}" }) { totalCount } }`,
  `{ proposals(first: "${word('number')}") { totalCount } }`,
  `{ proposalAsOf(id: "${randomUUID()}", at: "${word('date')}") { title } }`,
  `{ decisionHistory(filter: { actorId: "${word('actor id')}" }) { edges { cursor } } }`,
  `query { viewer { roles } } # ${word('comment')}`,
  `{ viewer { roles } `.concat(word('syntax')),
  `{ viewer @${word('directive')} { roles } }`,
  `{ ...${word('fragment')} }`,
];

const variablesThatFail = (word: Word): [string, object][] => [
  [draft, { input: { commandId: word('command id'), title: 'A title' } }],
  [draft, { input: { commandId: randomUUID(), title: `${word('line break')}\nin a title` } }],
  [draft, { input: { commandId: randomUUID(), title: `${word('NUL')} \u0000` } }],
  [draft, { input: { commandId: randomUUID(), title: word('too long').padEnd(600, 'x') } }],
  [
    draft,
    { input: { commandId: randomUUID(), title: 'A title', [word('unknown input field')]: word('of unknown field') } },
  ],
  [draft, { input: { commandId: randomUUID(), title: { not: word('an object for a text') } } }],
  [draft, { input: { commandId: randomUUID(), title: 'A title', copyOf: word('copy of') } }],
  [
    draft,
    {
      input: {
        commandId: randomUUID(),
        title: 'A title',
        dossier: { facts: { [word('fact')]: word('value of fact') } },
      },
    },
  ],
  [draft, { [word('unknown variable')]: 1 }],
  ['query ($id: ID!) { proposal(id: $id) { title } }', { id: [word('list for an id')] }],
];

const headersWith = (word: Word): Record<string, string> => ({
  'x-correlation-id': word('correlation id'),
  'user-agent': word('user agent'),
  referer: `https://${word('referer')}.example/`,
  cookie: `session=${word('cookie')}`,
  traceparent: `00-${word('traceparent')}`,
  tracestate: `vendor=${word('tracestate')}`,
  baggage: `user=${word('baggage')}`,
  'x-forwarded-for': word('forwarded for'),
  'apollo-require-preflight': word('preflight'),
});

async function sendBytes(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  socket.write(bytes);
  await once(socket, 'close');
  return text;
}

/** What the database has to say then holds the rows themselves; none of it is anybody's to read. */
async function breakDatabase({ store, as }: OpenApi, word: Word, noticed: () => Promise<void>): Promise<string[]> {
  const { sql, url, name } = store.database;
  const answers: string[] = [];
  const send = async (where: string, code = 'INTERNAL_SERVER_ERROR'): Promise<void> => {
    const input = {
      commandId: randomUUID(),
      title: `A title ${word(where)}`,
      dossier: { summary: `Told ${word(where)}.` },
    };
    const { text } = await as('analyst').send({ query: draft, variables: { input } });
    if (!text.includes(code)) throw new Error(`${where} was not answered ${code}: ${text}`);
    answers.push(text);
  };
  await sql(`alter table proposal add constraint provoked check (content ->> 'title' is null) not valid`);
  await send('a check constraint');
  await sql('alter table proposal drop constraint provoked');
  await sql(`create function provoked() returns trigger language plpgsql as $$
    begin raise exception 'Broken by %', new.content using detail = new.content::text, hint = new.content::text; end $$`);
  await sql('create trigger provoked before insert on proposal for each row execute function provoked()');
  await send('an exception in a trigger');
  await sql('drop trigger provoked on proposal');
  await sql('alter table entry_words add constraint provoked check (words is null) not valid');
  await send('words that are refused');
  await sql('alter table entry_words drop constraint provoked');
  const lock = await holdReceipts(url);
  await send('a lock that takes too long', 'BUSY');
  await lock.release();
  await setReachable(name, false);
  await send('a database that is away', 'DATABASE_AWAY');
  await noticed();
  await setReachable(name, true);
  return answers;
}
