// previewRevision: what it says of a change is what saving it then does, and the preview itself writes nothing.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { alternative, answer as answered, dataItem, purpose, recipient, risk, t3Facts } from '../builders/index.js';
import { awaitDecision, openApi, signOffsOf, type OpenApi, type Row } from '../harness/index.js';

let api: OpenApi;
beforeAll(async () => void (api = await openApi()));
afterAll(() => api.close());

const previewText = `query ($id: ID!, $dossier: DossierInput!) { previewRevision(proposalId: $id, dossier: $dossier) {
  changedPaths tier stays becomesStale blockers { code subject } } }`;
const identified = { identifiability: 'identified' };

const changes: [string, Row][] = [
  ['nothing', {}],
  ['a summary', { summary: 'Put more clearly.' }],
  ['another purpose', { purposes: [purpose(), purpose('P-2')] }],
  ['a purpose in its wording', { purposes: [purpose('P-1', { statement: 'Something else.' })] }],
  ['another data item', { dataItems: [dataItem('D-1', identified), dataItem('D-2', identified)] }],
  ['another recipient', { recipients: [recipient(), recipient('R-2')] }],
  ['a recipient less', { recipients: [] }],
  ['retention', { retention: 'For ever.' }],
  ['the route', { transferRoute: 'Courier.' }],
  ['another risk', { risks: [risk(), risk('K-2')] }],
  ['another alternative', { alternatives: [alternative('A-1'), alternative('A-2', { rung: 2 }), alternative('A-3')] }],
  ['more people', { facts: { ...t3Facts, populationSize: 20_000 } }],
  ['a computer that decides', { facts: { ...t3Facts, automatedDecision: true } }],
  ['less identifying', { facts: { ...t3Facts, identifiability: 'aggregate' }, dataItems: [dataItem()] }],
  ['an answer on transparency', { answers: [answered('TC-4', 'Tested with families.')] }],
];

describe('A preview of a change of', () => {
  it.each(changes)('%s tells what saving it does', async (_, dossier) => {
    const id = await awaitDecision(api, 'T3');
    const before = await api.digest();
    const { previewRevision: told } = await api.as('analyst').query(previewText, { id, dossier });
    expect(await api.digest()).toBe(before);
    const { entries, proposal } = await api.as('analyst').do('reviseProposal', { proposalId: id, dossier });
    expect(entries[0]!['payload'].changedPaths).toEqual(told.changedPaths);
    expect(proposal['tier']).toBe(told.tier);
    const statuses = (await api.as('auditor').read(id))!['signOffs'] as Row[];
    const withStatus = (status: string) =>
      statuses.filter(each => each['status'] === status).map(({ key }) => key as string);
    expect([withStatus('STALE').sort(), withStatus('GIVEN').sort()]).toEqual([
      [...told.becomesStale].sort(),
      [...told.stays].sort(),
    ]);
    expect([...told.stays, ...told.becomesStale].sort()).toEqual(signOffsOf('T3').sort());
    expect(proposal['revision']).toBe(told.changedPaths.length > 0 ? 2 : 1);
  });
});
