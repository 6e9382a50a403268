// Rules over a dossier whose words were erased: they neither throw nor take what is empty for an answer.
import { describe, expect, it } from '@jest/globals';
import {
  allKeys,
  awaitingDecision,
  condition,
  given,
  giveSignOff,
  hallAfter,
  inReview,
  meetCondition,
  outcomeOf,
  people,
  proposeAlternative,
  recordDecision,
  reviseProposal,
  returned,
  submitProposal,
  type Act,
  type Journey,
} from '../../../test/builders/index.js';
import { availableCommands } from '../available.js';
import { catalogue } from '../catalogue/index.js';
import { checkDossier } from '../checks/index.js';
import type { Dossier } from '../proposal/dossier.js';
import { copiedDossier, mergeDossier } from '../proposal/merge.js';
import type { Proposal } from '../proposal/proposal.js';
import { kindOfField } from '../proposal/words.js';
import { erasedWords } from './erased-words.js';

/** As a node is after its words were erased: what is open of it stays. */
const bare = <T extends object>(node: T): T =>
  Object.fromEntries(Object.entries(node).filter(([key, value]) => kindOfField(key, value) !== 'words')) as T;

const bareDossier = (dossier: Dossier): Dossier => ({
  facts: dossier.facts,
  summary: bare(dossier.summary!),
  retention: bare(dossier.retention!),
  transferRoute: bare(dossier.transferRoute!),
  purposes: dossier.purposes.map(bare),
  dataItems: dossier.dataItems.map(bare),
  recipients: dossier.recipients.map(bare),
  alternatives: dossier.alternatives.map(bare),
  risks: dossier.risks.map(bare),
  answers: dossier.answers.map(bare),
});

const erasing = (change: (proposal: Proposal) => Partial<Proposal>, ...past: Journey[]) => {
  const hall = hallAfter(...past);
  const proposal = { ...hall.proposal!, ...change(hall.proposal!), hasErasedWords: true };
  return { proposal, when: (act: Act) => outcomeOf({ ...hall, proposal }, act) };
};
const allErased = (...past: Journey[]) =>
  erasing(({ title, dossier }) => ({ title: bare(title), dossier: bareDossier(dossier) }), ...past);

describe('A dossier without words', () => {
  it('is submitted by nobody: every element has to be said anew, every required answer given', () => {
    const { when } = allErased(inReview('T2'), returned());
    when(submitProposal()).refuses('BLOCKED', {
      code: 'incomplete',
      among: ['purposes.P-1', 'dataItems.D-1', 'recipients.R-1', 'risks.K-1', 'retention', 'PM-1', 'RK-2', 'CN-1'],
    });
  });

  it('is found met by nobody, and not met by anybody', () => {
    const { when } = allErased(inReview('T2'));
    when(giveSignOff('purpose')).refuses('BLOCKED', { among: ['PM-1', 'purposes.P-1'] });
    when(giveSignOff('purpose', { finding: 'NOT_MET' })).accepted();
    for (const key of allKeys) when(giveSignOff(key)).refuses('BLOCKED');
  });

  it('is found met by nobody where only its purposes are gone', () => {
    const { when } = erasing(
      ({ dossier }) => ({ dossier: { ...dossier, purposes: dossier.purposes.map(bare) } }),
      inReview('T1'),
    );
    when(giveSignOff('purpose')).refuses('BLOCKED', { subjects: ['purposes.P-1'] });
    when(giveSignOff('purpose', { finding: 'NOT_MET' })).accepted();
  });

  it('lets nobody decline by its answers', () => {
    const { when } = allErased(awaitingDecision('T2'));
    when(recordDecision('DECLINED', { wouldChangeIt: 'Counts.' })).refuses('BLOCKED', { subjects: ['PR-10', 'PR-15'] });
  });

  it('is looked at by every check and rule without a fault', () => {
    const { proposal } = allErased(inReview('T3'));
    expect(checkDossier(proposal.dossier).length).toBeGreaterThan(0);
    for (const actor of Object.values(people)) availableCommands(actor, catalogue, proposal);
  });

  it('can be written anew', () => {
    const { when } = allErased(inReview('T1'));
    when(reviseProposal({ summary: 'Said again.' })).then({ type: 'ProposalRevised', changedPaths: ['summary'] });
  });
});

describe('The sentence that stands for erased words, sent back,', () => {
  it('is no new text: what was erased stays so, and no sign-off is shaken', () => {
    const { proposal, when } = allErased(awaitingDecision('T2'));
    const { purposes, dataItems, recipients, risks, alternatives } = proposal.dossier;
    const dossier = {
      purposes: purposes.map(each => ({ ...each, statement: erasedWords })),
      dataItems: dataItems.map(each => ({ ...each, name: erasedWords, about: erasedWords })),
      recipients: recipients.map(each => ({ ...each, name: erasedWords })),
      alternatives: alternatives.map(({ id, rung }) => ({ id, rung, description: erasedWords })),
      risks: risks.map(each => ({ ...each, title: erasedWords })),
      ...{ summary: erasedWords, retention: erasedWords, transferRoute: erasedWords },
    };
    when(reviseProposal(dossier, { title: erasedWords })).then({ type: 'ProposalRevised', changedPaths: [] });
  });

  it('is a text like any other where nothing was erased', () => {
    const revised = given(inReview('T1')).when(reviseProposal({ summary: erasedWords, retention: erasedWords }));
    revised.then({ changedPaths: ['summary', 'retention'] });
    const [element] = mergeDossier({ purposes: [{ id: 'P-9', statement: erasedWords }] } as never).purposes;
    expect(element).toMatchObject({ statement: erasedWords });
  });

  it('leaves a partner’s alternative the partner’s', () => {
    const hall = hallAfter(inReview('T2'), proposeAlternative());
    const before = { ...hall.proposal!.dossier, alternatives: hall.proposal!.dossier.alternatives.map(bare) };
    const sent = before.alternatives.map(({ id, rung }) => ({ id, rung, description: erasedWords, whyNot: 'Late.' }));
    const merged = mergeDossier({ alternatives: sent } as never, before).alternatives;
    expect(merged.filter(({ description }) => description !== undefined)).toEqual([]);
    expect(merged.filter(({ proposedByPartner }) => proposedByPartner)).toHaveLength(1);
  });
});

describe('Evidence that was erased', () => {
  it('is none to confirm', () => {
    const conditional = giveSignOff('privacy_risk', {
      finding: 'MET_WITH_CONDITIONS',
      conditions: [condition(['RK-2'])],
    });
    const hall = hallAfter(inReview('T1'), giveSignOff('purpose'), conditional);
    const { id } = hall.proposal!.signOffs.privacy_risk!.conditions[0]!;
    const past = [inReview('T1'), giveSignOff('purpose'), conditional, meetCondition(id)];
    given(...past)
      .when(meetCondition(id, { by: 'privacy_officer' }))
      .then({ type: 'ConditionMet' });
    const { when } = erasing(
      ({ signOffs }) => {
        const { privacy_risk: signOff } = signOffs;
        const conditions = signOff!.conditions.map(each => ({ ...each, evidence: bare(each.evidence!) }));
        return { signOffs: { ...signOffs, privacy_risk: { ...signOff!, conditions } } };
      },
      ...past,
    );
    when(meetCondition(id, { by: 'privacy_officer' })).refuses('BLOCKED', { code: 'no-evidence' });
  });
});

describe('A copy', () => {
  it('takes over what survives, and names no purpose that it has not', () => {
    const { dossier } = hallAfter(inReview('T2')).proposal!;
    expect(copiedDossier(bareDossier(dossier))).toEqual({
      facts: dossier.facts,
      ...{ purposes: [], dataItems: [], recipients: [], alternatives: [], risks: [], answers: [] },
    });
    const { dataItems, answers } = copiedDossier({ ...dossier, purposes: dossier.purposes.map(bare) });
    expect(dataItems.map(({ purposeIds }) => purposeIds)).toEqual(dataItems.map(() => []));
    expect(answers).toEqual(dossier.answers);
  });
});
