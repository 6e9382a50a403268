// Comments, whom they mention, and what becomes of their words.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  allSignedOff,
  approved,
  awaitingDecision,
  comment,
  concernRaised,
  drafted,
  editComment,
  event,
  given,
  hallAfter,
  inReview,
  outcomeOf,
  people,
  person,
  proposalAfter,
  returned,
  submitted,
  recordUrgentDisclosure,
  withdrawProposal,
  type Act,
  type Journey,
  type Persona,
} from '../../../../test/builders/index.js';
import { mentionedAs } from '../../mentionable.js';
import { readingOf } from '../../reading.js';
import { mentionsOf } from '../../work/index.js';
import { isProblem } from '../../problems.js';

describe('comment (rules: commands 11)', () => {
  it.each([
    'analyst',
    'analyst_2',
    'data_steward',
    'privacy_officer',
    'engagement_lead',
    'approver',
    'security_officer',
  ] as const)('lets %s comment, internally unless they say otherwise', by => {
    given(inReview())
      .when(comment({ by }))
      .then(event('CommentMade', { audience: 'INTERNAL', body: 'See page two.' }));
  });

  it('lets partners comment, never internally', () => {
    given(inReview())
      .when(comment({ by: 'partner_a' }))
      .then(event('CommentMade', { audience: 'PARTNERS' }));
    given(inReview())
      .when(comment({ by: 'partner_a', audience: 'INTERNAL' }))
      .refuses('INVALID', { path: ['audience'] });
  });

  it('denies auditors', () => {
    given(inReview())
      .when(comment({ by: 'auditor' }))
      .refuses('DENIED');
  });

  it.each([
    ['a draft', [drafted()]],
    ['an approved proposal', [inReview(), allSignedOff()]],
    ['a withdrawn one', [drafted(), withdrawProposal()]],
  ])('is possible on %s', (_, journey) => {
    given(journey).when(comment()).accepted();
  });

  it('needs a body', () => {
    given(drafted())
      .when(comment({ body: ' ' }))
      .refuses('INVALID', { path: ['body'] });
  });
});

const lead: Persona[] = [
  'analyst',
  'data_steward',
  'privacy_officer',
  'security_officer',
  'engagement_lead',
  'approver',
];
const mentioning = (...mentions: string[]): { mentions: string[] } => ({ mentions });

describe('a mention', () => {
  it.each(lead)('of %s is kept with the capacity in which they read it', who => {
    given(inReview())
      .when(comment(mentioning(who)))
      .then(event('CommentMade', { mentions: [{ personId: who, organisationId: 'lead', role: who }] }));
  });

  it('is left out of the record where there is none', () => {
    const { events } = given(inReview()).when(comment()).accepted();
    expect(events[0]).not.toHaveProperty('mentions');
  });

  it('of one person twice is one', () => {
    given(inReview())
      .when(comment(mentioning('approver', 'approver')))
      .then(event('CommentMade', { mentions: [expect.objectContaining({ personId: 'approver' })] }));
  });

  it.each([
    ['nobody', 'there-is-none'],
    ['oneself', 'analyst_2'],
    ['an auditor', 'auditor'],
    ['an administrator', 'administrator'],
    ['somebody elsewhere', 'outsider'],
    ['a partner, who does not read it', 'partner_a'],
  ])('of %s is INVALID at its place, and says no more', (_, who) => {
    const refused = given(inReview())
      .when(comment(mentioning('approver', who)))
      .refuses('INVALID', { path: ['mentions.1'], faults: ['unknown-person'] });
    const unknown = given(inReview())
      .when(comment(mentioning('approver', 'nobody-at-all')))
      .refuses('INVALID');
    expect(refused).toEqual(unknown);
  });

  it('of a partner’s person is possible once they have spoken, where partners read it', () => {
    const forPartners = { ...mentioning('partner_a'), audience: 'PARTNERS' };
    given(inReview())
      .when(comment(forPartners))
      .refuses('INVALID', { path: ['mentions.0'] });
    for (const spoken of [comment({ by: 'partner_a' }), concernRaised({ by: 'partner_a' })]) {
      given(inReview(), spoken)
        .when(comment(forPartners))
        .then(event('CommentMade', { audience: 'PARTNERS' }));
      given(inReview(), spoken)
        .when(comment({ ...forPartners, audience: 'INTERNAL' }))
        .refuses('INVALID', { path: ['mentions.0'] });
    }
  });

  it('of a partner’s person tells nobody of a concern that is hidden from them: it counts for those who read it', () => {
    const spoken = concernRaised({ by: 'partner_a', audience: 'REVIEWERS' });
    const forPartners = { ...mentioning('partner_a'), audience: 'PARTNERS' };
    given(inReview(), spoken)
      .when(comment({ ...forPartners, by: 'analyst' }))
      .refuses('INVALID', { path: ['mentions.0'] });
    given(inReview(), spoken)
      .when(comment({ ...forPartners, by: 'approver' }))
      .accepted();
  });

  it('by partners is of their own colleagues, and tells nothing of all others', () => {
    const by = 'partner_a';
    given(inReview())
      .when(comment({ by, ...mentioning('partner_a_2') }))
      .accepted();
    const refusals = ['partner_b', 'analyst', 'nobody-at-all'].map(who =>
      given(inReview(), comment({ by: 'partner_b' }), comment({ audience: 'PARTNERS' }))
        .when(comment({ by, ...mentioning(who) }))
        .refuses('INVALID', { path: ['mentions.0'] }),
    );
    expect(new Set(refusals.map(each => JSON.stringify(each))).size).toBe(1);
  });

  it('counts in the seat of the lead for whoever has a seat with a partner too', () => {
    const both = person('both', 'partner-a', 'partner', ['privacy_officer', 'lead']);
    const facts = { mentioned: [both] };
    given(inReview())
      .when(comment({ ...mentioning('both'), facts }))
      .then(
        event('CommentMade', { mentions: [{ personId: 'both', organisationId: 'lead', role: 'privacy_officer' }] }),
      );
  });

  it('is of at most ten', () => {
    const many = Array.from({ length: 11 }, (_, index) => `somebody-${index}`);
    given(inReview())
      .when(comment(mentioning(...many)))
      .refuses('INVALID', { path: ['mentions'], faults: ['too-many'] });
  });
});

const personas = Object.keys(people) as Persona[];
const forPartners = comment({ audience: 'PARTNERS' });
const journeys: Journey[] = [
  drafted(),
  [drafted(), comment()],
  inReview(),
  [inReview(), comment({ by: 'partner_a' }), forPartners],
  [inReview('T3'), concernRaised({ by: 'partner_b' }), comment(), returned()],
  approved(),
];
const halls = journeys.map(journey => hallAfter(journey));

describe('whoever is mentioned', () => {
  it('reads the comment and may be known to its writer: whoever writes, of whomever, for whomever, wherever it stands', () => {
    const asked = fc.record({
      at: fc.nat(journeys.length - 1),
      by: fc.constantFrom(...personas),
      audience: fc.constantFrom('INTERNAL' as const, 'PARTNERS' as const),
      mentions: fc.array(fc.constantFrom(...personas, 'nobody'), { maxLength: 10 }),
    });
    const tally = { made: 0, refused: 0 };
    fc.assert(
      fc.property(asked, ({ at, by, audience, mentions }) => {
        const { outcome } = outcomeOf(halls[at]!, comment({ by, audience, mentions }));
        tally[isProblem(outcome) ? 'refused' : 'made'] += 1;
        if (isProblem(outcome)) return;
        const { proposal } = outcome.hall;
        const made = proposal!.comments.at(-1)!;
        for (const mentioned of made.mentions ?? []) {
          const reader = people[mentioned.personId as Persona];
          expect(readingOf(reader, proposal!)?.proposal.comments.some(({ id }) => id === made.id)).toBe(true);
          expect(readingOf(people[by], proposal!)?.knows(mentioned)).toBe(true);
        }
        expect((made.mentions ?? []).map(({ personId }) => personId)).toEqual([...new Set(mentions)]);
      }),
      { numRuns: 400 },
    );
    expect(Math.min(tally.made, tally.refused)).toBeGreaterThan(20);
  });

  it('is who may be offered', () => {
    for (const hall of halls)
      for (const by of personas)
        for (const audience of ['INTERNAL', 'PARTNERS'] as const) {
          const writing = { actor: people[by], proposal: hall.proposal!, audience };
          const offered = personas.filter(who => mentionedAs(people[who], writing));
          const taken = personas.filter(
            who => !isProblem(outcomeOf(hall, comment({ by, audience, mentions: [who] })).outcome),
          );
          if (taken.length > 0) expect([by, audience, offered]).toEqual([by, audience, taken]);
        }
  });
});

describe('what “You were mentioned” shows', () => {
  const shown = (journey: Journey, who: Persona = 'approver', since = '2026-03-01T00:00:00.000Z'): number => {
    const reading = readingOf(people[who], proposalAfter(journey));
    return reading ? mentionsOf(who, reading.proposal, since).length : -1;
  };
  const named = comment({ ...mentioning('approver', 'engagement_lead'), about: ['PM-1'] });

  it('is for those who are named, until something is decided', () => {
    expect([shown([inReview(), named]), shown([inReview(), named], 'data_steward')]).toEqual([1, 0]);
    expect(shown([inReview(), named, allSignedOff(), withdrawProposal()])).toBe(0);
  });

  it('goes once they have commented in the same thread afterwards', () => {
    const reply = (...about: string[]): Act => comment({ by: 'approver', about });
    expect(shown([inReview(), named, reply('PM-1', 'PM-2')])).toBe(0);
    expect(shown([inReview(), named, reply('PM-2')])).toBe(1);
    expect(shown([inReview(), named, reply()])).toBe(1);
    expect(shown([inReview(), reply('PM-1'), named])).toBe(1);
    expect(shown([inReview(), comment(mentioning('approver')), reply()])).toBe(0);
    expect(shown([inReview(), named, comment({ about: ['PM-1'] })])).toBe(1);
  });

  it('is not older than asked for', () => {
    expect(shown([inReview(), named], 'approver', '2026-04-01T00:00:00.000Z')).toBe(0);
  });

  it('holds nothing that they do not read any more', () => {
    const journey = [inReview(), comment({ by: 'partner_a', ...mentioning('partner_a_2') })];
    const gone = person('partner_a_2', 'partner-a');
    expect(shown(journey, 'partner_a_2')).toBe(1);
    expect(readingOf(gone, proposalAfter(journey))).toBeUndefined();
  });
});

describe('editComment (rules: commands 11)', () => {
  const open: [string, Journey][] = [
    ['DRAFTING', [drafted(), comment()]],
    ['IN_REVIEW', [inReview(), comment()]],
    ['AWAITING_DECISION', [awaitingDecision(), comment()]],
    ['RETURNED', [submitted(), comment(), returned()]],
  ];
  const closed: [string, Journey][] = [
    ['APPROVED', [approved(), comment()]],
    ['WITHDRAWN', [drafted(), comment(), withdrawProposal()]],
    ['URGENT_RECORDED', [recordUrgentDisclosure(), comment()]],
  ];

  it.each(open)('is possible in %s', (_, journey) => {
    given(journey)
      .when(editComment())
      .then(event('CommentEdited', { audience: 'INTERNAL', body: 'See page three.' }));
  });

  it.each(closed)('is BLOCKED in %s: what was decided upon stays as it was read', (_, journey) => {
    given(journey).when(editComment()).refuses('BLOCKED', { code: 'wrong-state' });
  });

  it('keeps every version, with when it was written, and for whom it is', () => {
    const made = given(inReview(), comment({ audience: 'PARTNERS', ...mentioning('approver') }));
    const once = made.when(editComment()).accepted();
    const { proposal } = once.when(editComment({ body: 'See page four.' })).accepted();
    const [before] = made.proposal.comments;
    const [after] = proposal.comments;
    expect(after).toMatchObject({ audience: 'PARTNERS', body: 'See page four.', mentions: before!.mentions });
    expect(after!.earlier).toEqual([
      { body: 'See page two.', at: before!.at },
      { body: 'See page three.', at: once.proposal.comments[0]!.editedAt },
    ]);
    expect(after!.editedAt! > once.proposal.comments[0]!.editedAt!).toBe(true);
  });

  it('raises the version, which only comment does not, and neither the revision nor a sign-off', () => {
    const { proposal, when } = given(awaitingDecision(), comment());
    const after = when(editComment()).accepted().proposal;
    expect(after.version).toBe(proposal.version + 1);
    expect([after.revision, after.signOffs, after.state]).toEqual([
      proposal.revision,
      proposal.signOffs,
      proposal.state,
    ]);
  });

  it('with the very same words is BLOCKED', () => {
    given(inReview(), comment())
      .when(editComment({ body: 'See page two.' }))
      .refuses('BLOCKED', { code: 'already-said' });
  });

  it.each(personas.filter(who => !['analyst_2', 'administrator', 'outsider'].includes(who)))(
    'is not for %s, who did not write it',
    by => {
      given(inReview(), comment({ audience: 'PARTNERS' }))
        .when(editComment({ by }))
        .refuses('DENIED', { code: 'not-permitted' });
    },
  );

  it('of a comment that one does not see is NOT_FOUND, like of one that there is not', () => {
    const made = given(inReview(), comment());
    const hidden = made.when(editComment({ by: 'partner_a' })).refuses('NOT_FOUND');
    const unknown = made.when(editComment({ by: 'partner_a', commentId: 'none' })).refuses('NOT_FOUND');
    expect(hidden).toEqual(unknown);
    made.when(editComment({ commentId: 'none' })).refuses('NOT_FOUND');
  });

  it('lets partners write their own anew', () => {
    given(inReview(), comment({ by: 'partner_a' }))
      .when(editComment({ by: 'partner_a' }))
      .then(event('CommentEdited', { audience: 'PARTNERS' }));
    given(inReview(), comment({ by: 'partner_a' }))
      .when(editComment({ by: 'partner_a_2' }))
      .refuses('DENIED');
  });
});
