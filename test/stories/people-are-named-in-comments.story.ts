// A comment names somebody who finds it among their work; it is said better later, and what it said before stays, for those who read the
// comment and for nobody else: exported, verified and erased like everything that people say.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { publishDefinitions } from '#store';
import {
  countStatements,
  decide,
  openApi,
  personaKeys,
  submit,
  type OpenApi,
  type PersonaKey,
  type Row,
} from '../harness/index.js';
import { exportFiles, seal } from '../tamper/evidence.js';
import { edit as forge, headOf, putTogether, rebuild, refold, takeApart } from '../tamper/forger.js';
import { judged } from '../tamper/judged.js';
import { keyPair, origin, signedCheckpoint } from '../tamper/log.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const idOf = (who: PersonaKey): string => api.store.cast.members[who].personId;
const mentionsQuery = `query { myMentions { proposal { id reference title dossier { summary } }
  comment { id body about editedAt by { displayName } mentions { displayName } onRevision aboutPlaces { place } } } }`;
const mentionsOf = async (who: PersonaKey, id: string): Promise<Row[]> =>
  ((await api.as(who).query(mentionsQuery))['myMentions'] as Row[])
    .filter(({ proposal }) => proposal.id === id)
    .map(({ comment }) => comment as Row);
const say = async (who: PersonaKey, proposalId: string, words: Row): Promise<string> => {
  const { entries } = await api.as(who).do('comment', { proposalId, ...words });
  return (entries[0]!['payload'] as Row)['commentId'] as string;
};
const commentsSeen = async (who: PersonaKey, id: string): Promise<Row[]> => (await api.as(who).read(id))!['comments'];
const edit = (who: PersonaKey, proposalId: string, words: Row) =>
  api.as(who).do('editComment', { proposalId, ...words });

describe('Somebody who is named', () => {
  it('finds it among their work, until they come back to the thread, and nobody else does', async () => {
    const id = await submit(api);
    const commentId = await say('analyst', id, {
      body: '@Somebody, is that so?',
      about: ['PM-1'],
      mentions: [idOf('data_steward')],
    });
    for (const who of personaKeys)
      expect([who, (await mentionsOf(who, id)).map(comment => comment['id'])]).toEqual([
        who,
        who === 'data_steward' ? [commentId] : [],
      ]);
    await say('data_steward', id, { body: 'Elsewhere.', about: ['PM-2'] });
    expect(await mentionsOf('data_steward', id)).toHaveLength(1);
    await say('data_steward', id, { body: 'It is.', about: ['PM-1'] });
    expect(await mentionsOf('data_steward', id)).toEqual([]);
  });

  it('finds it no more once all is decided', async () => {
    const id = await submit(api);
    await say('analyst', id, { body: 'See this.', mentions: [idOf('approver')] });
    expect(await mentionsOf('approver', id)).toHaveLength(1);
    await decide(api, id, 'DECLINED', { wouldChangeIt: 'Less.' });
    expect(await mentionsOf('approver', id)).toEqual([]);
  });

  it('is shown the newest twenty in four statements, however many there are', async () => {
    const ids = [await submit(api), await submit(api)];
    const made: string[] = [];
    for (let n = 0; n < 24; n += 1)
      made.push(await say('analyst', ids[n % 2]!, { body: `Number ${n}.`, mentions: [idOf('security_officer')] }));
    const query = `query { myMentions { comment { id by { displayName } } proposal { reference title } } }`;
    const { result, statements } = await countStatements(api.store.dataSource, () =>
      api.as('security_officer').query(query),
    );
    expect((result['myMentions'] as Row[]).map(({ comment }) => comment.id)).toEqual(made.toReversed().slice(0, 20));
    expect(statements).toEqual(['authenticate', 'mentioning', 'proposals-by-id', 'people-by-id']);
  });

  it('may be anybody who is offered', async () => {
    const id = await submit(api);
    const query = `query ($id: ID!, $audience: CommentAudience) { mentionable(proposalId: $id, audience: $audience) { id } }`;
    const offered = async (who: PersonaKey, audience?: string): Promise<string[]> =>
      ((await api.as(who).query(query, { id, audience }))['mentionable'] as Row[]).map(each => each['id'] as string);
    const lead = await offered('analyst');
    expect(lead).toEqual(expect.arrayContaining([idOf('approver'), idOf('analyst_2')]));
    for (const who of ['analyst', 'auditor', 'administrator', 'partner_a'] as const)
      expect([who, lead.includes(idOf(who))]).toEqual([who, false]);
    expect(await offered('partner_a')).toEqual([]);
    expect(await offered('auditor')).toEqual([]);
    expect(await offered('outsider')).toEqual([]);
    await say('partner_a', id, { body: 'Kia ora.' });
    expect(await offered('analyst')).toEqual(lead);
    expect((await offered('analyst', 'PARTNERS')).sort()).toEqual([...lead, idOf('partner_a')].sort());
    for (const personId of lead) await say('analyst', id, { body: 'You.', mentions: [personId] });
  });

  it('has to read the comment and to be known: all others are refused in the same words, whether or not they exist', async () => {
    const id = await submit(api);
    const refusals = [];
    for (const personId of [idOf('outsider'), idOf('auditor'), idOf('partner_a'), idOf('analyst'), uuidv7(), 'nobody'])
      refusals.push(
        await api
          .as('analyst')
          .refused('comment', { proposalId: id, body: 'You?', mentions: [idOf('approver'), personId] }),
      );
    expect(new Set(refusals.map(each => JSON.stringify(each))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ kind: 'INVALID', path: ['mentions.1'] });
    expect(await commentsSeen('analyst', id)).toEqual([]);
  });

  it('is hidden from partners behind role and organisation', async () => {
    const id = await submit(api);
    await say('analyst', id, { body: 'Ask them.', audience: 'PARTNERS', mentions: [idOf('approver')] });
    const [seen] = await commentsSeen('partner_a', id);
    expect(seen!['mentions']).toEqual([
      { id: expect.stringMatching(/^hidden:approver:/), displayName: expect.stringMatching(/^Approver, /) },
    ]);
    expect(JSON.stringify(await api.as('partner_a').read(id))).not.toContain(idOf('approver'));
  });
});

describe('An edited comment', () => {
  it('says so, keeps what it said, and raises the version that a comment leaves', async () => {
    const id = await submit(api);
    const before = (await api.as('analyst').read(id))!['version'] as number;
    const commentId = await say('analyst', id, { body: 'Ten years.', audience: 'PARTNERS', about: ['retention'] });
    expect((await api.as('analyst').read(id))!['version']).toBe(before);
    const receipt = await edit('analyst', id, { commentId, body: 'Two years.' });
    expect(receipt.entries).toMatchObject([{ type: 'CommentEdited', payload: { commentId, body: 'Two years.' } }]);
    expect(receipt.proposal['version']).toBe(before + 1);
    for (const who of ['partner_a', 'approver', 'auditor'] as const) {
      const [comment] = await commentsSeen(who, id);
      expect([who, comment]).toMatchObject([
        who,
        { body: 'Two years.', about: ['retention'], editedAt: expect.any(String), versions: [{ body: 'Ten years.' }] },
      ]);
    }
  });

  it('of the inside stays inside, with all that it said', async () => {
    const id = await submit(api);
    const commentId = await say('analyst', id, { body: 'Ours, first.' });
    await edit('analyst', id, { commentId, body: 'Ours, then.' });
    expect(await commentsSeen('partner_a', id)).toEqual([]);
    expect(JSON.stringify(await api.as('partner_a').history({ proposalId: id }))).not.toContain('Ours');
    expect(await api.as('partner_a').refused('editComment', { proposalId: id, commentId, body: 'Mine.' })).toEqual(
      await api.as('partner_a').refused('editComment', { proposalId: id, commentId: uuidv7(), body: 'Mine.' }),
    );
  });

  it('with the very same words is refused, and said in a sentence', async () => {
    const id = await submit(api);
    const commentId = await say('analyst', id, { body: 'The same.' });
    expect(
      await api.as('analyst').refused('editComment', { proposalId: id, commentId, body: 'The same.' }),
    ).toMatchObject({
      kind: 'BLOCKED',
      code: 'already-said',
      message: 'The comment says exactly this already.',
    });
  });

  it('is exported and verified, and each of its versions can be erased by itself', async () => {
    const id = await submit(api);
    const [first, second, third] = ['Mere Tūī said so.', 'Mere T. said so.', 'Somebody said so.'];
    const commentId = await say('analyst', id, { body: first, audience: 'PARTNERS', mentions: [idOf('approver')] });
    for (const body of [second, third]) await edit('analyst', id, { commentId, body });
    const log = keyPair(origin);
    const worker = await api.store.connect('assent_worker', 1);
    await publishDefinitions(worker, { at: new Date().toISOString(), newId: () => uuidv7() });
    await worker.destroy();
    const exported = async () => {
      await seal(api, log, []);
      const files = await exportFiles(api);
      expect(await judged(files, { log })).toMatchObject({ verdict: 'clean', replayed: { withWords: true } });
      return [...files.values()].map(String).join('');
    };
    const whole = await exported();
    expect([first, second, third].map(words => whole.includes(words))).toEqual([true, true, true]);

    const history = await api.as('privacy_officer').historyOf(id);
    const erase = async (type: string, at = 0): Promise<void> => {
      const entryId = history.filter(entry => entry['type'] === type)[at]!['id'];
      const why = { authority: 'IPP 7.', reason: 'She asked.' };
      await api.as('privacy_officer').do('eraseWords', { entryId, ...why });
    };
    const sentence = 'These words were erased.';
    await erase('CommentMade');
    expect((await commentsSeen('partner_a', id))[0]).toMatchObject({
      ...{ body: third, versions: [{ body: sentence }, { body: second }] },
    });
    await erase('CommentEdited');
    await erase('CommentEdited', 1);
    expect((await commentsSeen('partner_a', id))[0]).toMatchObject({
      ...{ body: sentence, versions: [{ body: sentence }, { body: sentence }] },
    });
    const left = await exported();
    expect([first, second, third].map(words => left.includes(words))).toEqual([false, false, false]);
    const rows = await api.store.database.sql('select content::text as text from proposal where id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain('said so');
    await edit('analyst', id, { commentId, body: 'Said anew.' });
    expect((await commentsSeen('partner_a', id))[0]).toMatchObject({ body: 'Said anew.' });
  });

  it('by somebody else, or for other readers, is found by the verifier, however well the log is forged', async () => {
    const id = await submit(api);
    const commentId = await say('analyst', id, { body: 'Mine.' });
    await edit('analyst', id, { commentId, body: 'Still mine.' });
    const log = keyPair(origin);
    await seal(api, log, []);
    const files = await exportFiles(api);
    const forged = async (change: (said: Row) => void): Promise<string> => {
      const draft = takeApart(files);
      const at = draft.entries.findLastIndex(({ said }) => said.type === 'CommentEdited');
      forge(draft, at, said => change(said));
      refold(rebuild(draft));
      draft.checkpoint = signedCheckpoint(log, headOf(draft));
      return (await judged(putTogether(draft), { log })).verdict;
    };
    expect(await forged(() => undefined)).toBe('clean');
    const another = { person: idOf('analyst_2') };
    expect(await forged(said => void Object.assign(said['by'] as Row, another))).toBe('history-unlawful');
    expect(await forged(said => void Object.assign(said['payload'], { audience: 'PARTNERS' }))).toBe(
      'history-unlawful',
    );
  });
});
