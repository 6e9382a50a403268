// Mutants of the rules in memory: each action of each allow rule taken away, each of its conditions dropped, each duty lifted, each
// thing hidden from a reader shown.
import { eachMatch, mutantAt, theOne, type Mutant } from './mutant.ts';
import { read } from './workshop.ts';

const policy = 'libs/governance/policy.ts';
const duties = 'libs/governance/duties.ts';
const reading = 'libs/governance/reading.ts';

const withoutAction = (action: string) => `${action} is permitted to nobody by this rule`;

/** The lists of actions, each action in turn replaced by one that nobody asks for. */
function allowMutants(source: string): Mutant[] {
  const lists = [...source.matchAll(/allow\(\[([^\]]*)\]/dg)];
  return lists.flatMap(({ indices }) => {
    const [start, end] = indices![1]!;
    const list = source.slice(start, end);
    return [...list.matchAll(/'\w+'/g)].map(({ 0: action, index }) =>
      mutantAt(
        policy,
        source,
        { from: start + index, to: start + index + action.length },
        `'nothing' as Action`,
        withoutAction(action),
      ),
    );
  });
}

/** Each rule with one of its conditions dropped permits more than it should. */
const conditions: [condition: string, by: string][] = [
  [
    "allow(['RaiseConcern'], 'Proposal', { ...lead, authorId: { $ne: me } }),",
    "allow(['RaiseConcern'], 'Proposal', lead),",
  ],
  ["{ ...lead, audience: 'PARTIES' }", 'lead'],
  ["allow(['readConcern'], 'Concern', { ...lead, raisedById: me }),", "allow(['readConcern'], 'Concern', lead),"],
  ['{ ...lead, raisedById: me, authorId: { $ne: me } }', '{ ...lead, authorId: { $ne: me } }'],
  ['{ ...lead, [`givers.${key}`]: me }', 'lead'],
  ['{ ...lead, [`signOffRoles.${key}`]: role }', 'lead'],
  ['const own = { ...lead, authorId: me };', 'const own = lead;'],
  ["{ ...own, audience: 'PARTIES' }", 'own'],
  [
    'const invited = { partnerIds: organisationId, isSubmitted: true };',
    'const invited = { partnerIds: organisationId };',
  ],
  ['const invited = { partnerIds: organisationId, isSubmitted: true };', 'const invited = { isSubmitted: true };'],
  ['const theirs = { ...invited, raisedByOrganisationId: organisationId };', 'const theirs = invited;'],
  [
    "allow(['RaiseConcern'], 'Proposal', { ...invited, authorId: { $ne: me } }),",
    "allow(['RaiseConcern'], 'Proposal', invited),",
  ],
  [
    "allow(['SettleConcern'], 'Concern', { ...theirs, authorId: { $ne: me } }),",
    "allow(['SettleConcern'], 'Concern', theirs),",
  ],
  [
    "if (isReviewing) rules.push(allow(['readConcern'], 'Concern', { ...lead, authorId: { $ne: me } }));",
    "if (isReviewing) rules.push(allow(['readConcern'], 'Concern', lead));",
  ],
  ['const lead = { leadOrganisationId: organisationId };', 'const lead = {};'],
  ['{ ...lead, authorHasLeft: true }', 'lead'],
];

const shown: [hidden: string, by: string][] = [
  ['retention: _, transferRoute: __, ...shown', '...shown'],
  ['facts: {}, ', ''],
  ['risks: [], ', ''],
  ['answers: [] },\n    signOffs', '},\n    signOffs'],
  ['    signOffs: {},\n    concerns,\n', '    concerns,\n'],
  ['comments: proposal.comments.filter(forPartners)', 'comments: proposal.comments'],
  ['partnerIds: proposal.partnerIds.filter(isPartnerFor(actor))', 'partnerIds: proposal.partnerIds'],
  ['decision && { ...decision, conditions: [], answers: [] }', 'decision'],
  ['knows: ({ organisationId }) => isOwn(organisationId)', 'knows: () => true'],
  ['decision.overruled.filter(id => concerns.some(concern => concern.id === id))', 'decision.overruled'],
  ["roleFor(actor, 'readConcern', proposal, { concern })", 'true'],
  ["if (subject?.startsWith('concern:')) return own.has(subject);", ''],
  ["return extent === 'whole' || subject === undefined;", 'return true;'],
  ["title: { text: '' },", ''],
];

export function ruleMutants(): Mutant[] {
  const [policySource, dutySource, readingSource] = [read(policy), read(duties), read(reading)];
  return [
    ...allowMutants(policySource),
    ...conditions.map(([condition, by]) => theOne(policy, policySource, condition, by)),
    ...eachMatch(duties, dutySource, /\n( {2}if \([^\n]*return '[^\n]*)/, '', text => `without ${text.trim()}`),
    theOne(
      duties,
      dutySource,
      'acts.authors.includes(personId) || acts.deciders.includes(personId)',
      'acts.deciders.includes(personId)',
    ),
    theOne(
      duties,
      dutySource,
      'acts.authors.includes(personId) || acts.deciders.includes(personId)',
      'acts.authors.includes(personId)',
    ),
    theOne(duties, dutySource, "key === 'consultation' && answeredOtherwise(acts, personId)", 'false'),
    theOne(duties, dutySource, " && answerer.role !== 'engagement_lead'", ''),
    theOne(
      duties,
      dutySource,
      'acts.authors.includes(personId) || signedBy(acts, personId).length > 0;',
      'acts.authors.includes(personId);',
    ),
    theOne(
      duties,
      dutySource,
      'acts.authors.includes(personId) || signedBy(acts, personId).length > 0;',
      'signedBy(acts, personId).length > 0;',
    ),
    theOne(
      duties,
      dutySource,
      'acts.deciders.includes(personId) || signedBy(acts, personId).length > 0 ?',
      'acts.deciders.includes(personId) ?',
    ),
    theOne(
      duties,
      dutySource,
      'acts.deciders.includes(personId) || signedBy(acts, personId).length > 0 ?',
      'signedBy(acts, personId).length > 0 ?',
    ),
    ...shown.map(([hidden, by]) => theOne(reading, readingSource, hidden, by)),
  ];
}
