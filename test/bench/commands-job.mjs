// Job: commands through the public API. Each client takes proposals of its own from draft to decision, one after the other.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { command } from './graphql.mjs';
import { openClient } from './http-client.mjs';

const caseFile = new URL('../../apps/launcher/demonstration/school-breakfast-counts.json', import.meta.url);
const { dossier } = JSON.parse(readFileSync(caseFile, 'utf8'));
// Nobody is invited, so that the lead organisation can finish by itself.
dossier.facts.hasSupplyingPartners = false;

const signOff = (persona, key) => [
  persona,
  'giveSignOff',
  ({ proposalId, expectedVersion }) => ({
    ...{ proposalId, expectedVersion, signOff: key, finding: 'MET' },
    rationale: 'The least that still works, and nothing is kept for later.',
  }),
];

/** Who, which mutation, and what with, given where the proposal stands. */
const steps = [
  ['analyst', 'draftProposal', () => ({ title: 'School breakfast counts', dossier })],
  ['analyst', 'submitProposal', ({ proposalId, expectedVersion }) => ({ proposalId, expectedVersion })],
  [
    'data_steward',
    'raiseConcern',
    ({ proposalId }) => ({
      ...{ proposalId, severity: 'MODERATE', about: ['RK-6'] },
      statement: 'Some of our schools have fifteen pupils. A count for such a school says who comes without breakfast.',
    }),
  ],
  [
    'engagement_lead',
    'answerConcern',
    ({ proposalId, concernId }) => ({
      ...{ proposalId, concernId, disposition: 'ACCEPTED' },
      response: 'The form now asks for one count for the whole district, and a district has at least five schools.',
    }),
  ],
  signOff('data_steward', 'purpose'),
  signOff('privacy_officer', 'proportionality'),
  signOff('security_officer', 'privacy_risk'),
  [
    'approver',
    'recordDecision',
    ({ proposalId, expectedVersion }) => ({
      ...{ proposalId, expectedVersion, outcome: 'APPROVED' },
      reasons: 'The counts name nobody and help food to arrive where it is eaten.',
    }),
  ],
];

export const stepsOfProposal = steps.length;

function openPlayer(port, tokens) {
  const client = openClient(port);
  let [next, standing] = [0, {}];
  const once = async () => {
    const [persona, name, inputOf] = steps[next];
    const input = { commandId: randomUUID(), ...inputOf(standing) };
    const { proposal, entries } = await command(client, tokens.get(persona), name, input);
    standing = { ...standing, proposalId: proposal.id, expectedVersion: proposal.version };
    if (name === 'raiseConcern') standing.concernId = entries[0].payload.concernId;
    next = (next + 1) % steps.length;
    if (next === 0) standing = {};
  };
  /** After an error the proposal is left where it is and a new one begun. */
  const forget = () => ([next, standing] = [0, {}]);
  return { once, forget, close: client.close };
}

export function commandsJob({ port, tokens, clients }) {
  const players = Array.from({ length: clients }, () => openPlayer(port, tokens));
  return { name: 'commands, api', players };
}
