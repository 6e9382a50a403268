// A later catalogue changes nothing in a running proposal.
import { describe, expect, it } from '@jest/globals';
import {
  judge,
  judgeStart,
  type Actor,
  type Catalogue,
  type Proposal,
  type RecordedEvent,
  evolve,
  isProblem,
} from '#governance';
import { applicableQuestions } from '../proposal/requirements.js';
import { currentCatalogue, catalogueFor } from './register.js';
import { catalogueOf } from './load.js';
import { checkCatalogue } from './check.js';
import icld from '../../../test/cases/icld-cf1.json' with { type: 'json' };
import { dossierShape } from '../proposal/dossier-shape.js';

const roles = [{ role: 'analyst' as const, organisationId: 'lead' }];
const analyst: Actor = { personId: 'analyst', organisationId: 'lead', organisationName: 'Lead', roles };
const facts = { organisationIds: [], authorHasLeft: false };

/** The same catalogue with one more required question at T1, as a version 2 that was published later. */
const later = ((): Catalogue => {
  const first = currentCatalogue.questions.get('PM-1')!;
  const extra = { ...first, id: 'PM-13', title: 'A question of the future' };
  const digest = 'f'.repeat(64);
  return {
    ...currentCatalogue,
    version: 2,
    digest,
    pin: { key: 'dpup', version: 2, digest },
    questions: new Map([...currentCatalogue.questions, [extra.id, extra]]),
  };
})();
const both = [currentCatalogue, later];

function act(proposal: Proposal | undefined, type: 'DraftProposal' | 'SubmitProposal', catalogue: Catalogue): Proposal {
  const situation = { actor: analyst, catalogue, facts, at: '2026-11-22T00:00:00.000Z', newId: () => 'id' };
  const judged = proposal
    ? judge(
        { type: 'SubmitProposal', proposalId: 'p', expectedVersion: proposal.version, message: undefined },
        { ...situation, proposal },
      )
    : judgeStart(
        { type: 'DraftProposal', title: 'Counts', dossier: dossierShape.parse(icld.dossier), copyOf: undefined },
        situation,
      );
  if (isProblem(judged)) throw new Error(`${type}: ${JSON.stringify(judged.blockers)}${JSON.stringify(judged.faults)}`);
  const version = (proposal?.version ?? 0) + 1;
  const next = judged.events
    .map((event): RecordedEvent => ({ ...event, proposalId: 'p', by: judged.by, at: situation.at, version }))
    .reduce<Proposal | undefined>(evolve, proposal);
  return next!;
}

describe('The register of catalogues', () => {
  const drafted = act(undefined, 'DraftProposal', currentCatalogue);

  it('lets a draft follow the newest: it is asked the new question before it can be submitted', () => {
    expect(catalogueFor(drafted, both)).toBe(later);
    expect(() => act(drafted, 'SubmitProposal', catalogueFor(drafted, both))).toThrow('PM-13');
  });

  it('keeps a submitted proposal with the questions it was asked', () => {
    const submitted = act(drafted, 'SubmitProposal', currentCatalogue);
    expect(submitted.catalogue).toEqual(currentCatalogue.pin);
    expect(catalogueFor(submitted, both)).toBe(currentCatalogue);
    expect(applicableQuestions(catalogueFor(submitted, both), submitted).map(({ id }) => id)).not.toContain('PM-13');
  });

  it('does not take an altered version for the pinned one', () => {
    const submitted = act(drafted, 'SubmitProposal', currentCatalogue);
    expect(() => catalogueFor(submitted, [{ ...currentCatalogue, digest: '0'.repeat(64) }])).toThrow(
      'as it was pinned',
    );
  });
});

describe('Content that is no catalogue', () => {
  it('is refused with every fault and its path, and without a stack', () => {
    expect.assertions(2);
    try {
      catalogueOf(1, { questions: {} });
    } catch (error) {
      expect((error as Error).message).toContain('questions.purpose: ');
      expect((error as Error).stack).toBe((error as Error).message);
    }
  });

  it('is refused when it is nothing at all', () => {
    expect(checkCatalogue(undefined)).toEqual({ faults: [expect.stringContaining('(root)')] });
  });
});
