// Stretches of a proposal's way, over HTTP: each step a command of the person whose it is.
import { signerOf, t1, t2, t3 } from '../builders/index.js';
import type { OpenApi } from './open-api.js';
import type { PersonaKey } from './cast.js';
import type { Receipt } from './visitor.js';

export type TierKey = 'T1' | 'T2' | 'T3';
export const dossiers = { T1: t1, T2: t2, T3: t3 };
export const signOffsOf = (tier: TierKey): string[] => [
  ...['purpose', 'proportionality', 'privacy_risk'],
  ...(tier === 'T1' ? [] : ['consultation', 'transparency']),
];

export const draft = async (api: OpenApi, tier: TierKey = 'T1', title = 'Where visits are missing'): Promise<string> =>
  (await api.as('analyst').do('draftProposal', { title, dossier: dossiers[tier]() })).proposal['id'];

export async function submit(api: OpenApi, tier: TierKey = 'T1', title?: string): Promise<string> {
  const proposalId = await draft(api, tier, title);
  const { partnerA, partnerB } = api.store.cast.organisations;
  await api.as('engagement_lead').do('invitePartners', { proposalId, organisationIds: [partnerA, partnerB] });
  await api.as('analyst').do('submitProposal', { proposalId });
  return proposalId;
}

export const signOffWords = (signOff: string, finding = 'MET') => ({
  signOff,
  finding,
  rationale: 'It holds as it stands.',
});

export const sign = (api: OpenApi, proposalId: string, signOff: string, finding = 'MET'): Promise<Receipt> =>
  api.as(signerOf(signOff) as PersonaKey).do('giveSignOff', { proposalId, ...signOffWords(signOff, finding) });

export async function awaitDecision(api: OpenApi, tier: TierKey = 'T1', title?: string): Promise<string> {
  const proposalId = await submit(api, tier, title);
  for (const key of signOffsOf(tier)) await sign(api, proposalId, key);
  return proposalId;
}

export const decide = (api: OpenApi, proposalId: string, outcome = 'APPROVED', more: object = {}): Promise<Receipt> =>
  api.as('approver').do('recordDecision', { proposalId, outcome, reasons: 'As weighed.', ...more });

/** Partner A raises a concern unless another is named; answers its id. */
export async function concern(api: OpenApi, proposalId: string, who: PersonaKey = 'partner_a', more: object = {}) {
  const words = { statement: 'Families will stop coming.', severity: 'SUBSTANTIAL', about: ['CN-1'], ...more };
  const { entries } = await api.as(who).do('raiseConcern', { proposalId, ...words });
  return entries[0]?.['payload'].concernId as string;
}

export const answer = (api: OpenApi, proposalId: string, concernId: string, disposition = 'ACCEPTED') =>
  api
    .as('engagement_lead')
    .do('answerConcern', { proposalId, concernId, disposition, response: 'Names are dropped from the file.' });
