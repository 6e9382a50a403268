// Each check: a dossier that earns it, a dossier that does not, and the place it names.
import { describe, expect, it } from '@jest/globals';
import { checkDossier, checkRules, type CheckRule } from './index.js';
import { emptyDossier, type Dossier, type Risk } from '../proposal/dossier.js';

const sound = (): Dossier => ({
  ...emptyDossier(),
  facts: { identifiability: 'aggregate' },
  purposes: [{ id: 'P-1', statement: 'Check that the services paid for were given.' }],
  dataItems: [
    {
      id: 'D-1',
      name: 'People served',
      about: 'groups of six or more',
      identifiability: 'aggregate',
      purposeIds: ['P-1'],
      necessity: 'Shows the volume.',
    },
  ],
  risks: [risk({})],
  retention: { text: 'Seven years as contract records' },
  answers: [{ questionId: 'PR-3', value: { 'P-1': 1 }, evidence: [] }],
});

const risk = (change: Partial<Risk>): Risk => ({
  id: 'K-1',
  title: 'A small count points at a person',
  likelihood: 4,
  consequence: 3,
  mitigation: 'Counts below six are not shown',
  residualLikelihood: 1,
  residualConsequence: 3,
  owner: 'Data steward',
  ...change,
});

const withRisk = (change: Partial<Risk>): Dossier => ({ ...sound(), risks: [risk(change)] });
const withPurpose = (statement: string): Dossier => ({ ...sound(), purposes: [{ id: 'P-1', statement }] });
const withRetention = (text: string): Dossier => ({ ...sound(), retention: { text } });
const withItem = (change: Partial<Dossier['dataItems'][number]>): Dossier => {
  const [item] = sound().dataItems;
  return { ...sound(), dataItems: [{ ...item!, ...change }] };
};
const alternative = { id: 'A-1', description: 'Ask a sample.', rung: 2, proposedByPartner: false };

/** What each check notices, and where. */
const noticed: [CheckRule, string, Dossier, string][] = [
  ['item-without-purpose', 'an item tied to nothing', withItem({ purposeIds: [] }), 'dataItems.D-1.purposeIds'],
  [
    'item-without-purpose',
    'an item tied to a purpose that is gone',
    withItem({ purposeIds: ['P-9'] }),
    'dataItems.D-1.purposeIds',
  ],
  [
    'more-identifying-than-stated',
    'an item beyond the facts',
    withItem({ identifiability: 'pseudonymous' }),
    'dataItems.D-1.identifiability',
  ],
  ['item-without-necessity', 'a blank necessity', withItem({ necessity: ' ' }), 'dataItems.D-1.necessity'],
  [
    'more-identifying-than-asked',
    'names where counts were asked for',
    withItem({ identifiability: 'identified' }),
    'dataItems.D-1.identifiability',
  ],
  [
    'gentler-alternative-open',
    'a sample that nobody ruled out',
    { ...withItem({ identifiability: 'identified' }), alternatives: [alternative] },
    'alternatives.A-1.whyNot',
  ],
  [
    'purposes-joined',
    'two uses in one',
    withPurpose('Pay providers and evaluate the programme.'),
    'purposes.P-1.statement',
  ],
  ['purposes-joined', 'a semicolon', withPurpose('Pay providers; plan next year.'), 'purposes.P-1.statement'],
  [
    'purpose-describes-a-system',
    'a database',
    withPurpose('Build a national database of people who use services.'),
    'purposes.P-1.statement',
  ],
  [
    'mitigation-without-effect',
    'residual equal to inherent',
    withRisk({ residualLikelihood: 4, residualConsequence: 3 }),
    'risks.K-1.mitigation',
  ],
  ['risk-rises', 'a likelihood that rises', withRisk({ residualLikelihood: 5 }), 'risks.K-1.residualLikelihood'],
  [
    'risk-rises',
    'a consequence that rises though the product falls',
    withRisk({ residualLikelihood: 1, residualConsequence: 5 }),
    'risks.K-1.residualLikelihood',
  ],
  ['rating-off-scale', 'a likelihood of 6', withRisk({ likelihood: 6 }), 'risks.K-1.likelihood'],
  ['mitigation-without-owner', 'nobody', withRisk({ owner: '' }), 'risks.K-1.owner'],
  ['placeholder-left', 'TBC in a risk', withRisk({ mitigation: 'TBC' }), 'risks.K-1.mitigation'],
  [
    'placeholder-left',
    'a template bracket',
    withPurpose('Help [insert group] to find housing.'),
    'purposes.P-1.statement',
  ],
  [
    'no-notice-plan',
    'people heard of from others',
    { ...withItem({}), facts: { identifiability: 'identified', indirectCollection: true } },
    'answers.TC-3',
  ],
  ['retention-without-end', 'for ever', withRetention('Kept indefinitely'), 'retention'],
  ['retention-without-end', 'as long as required', withRetention('As long as required for the purpose'), 'retention'],
  ['retention-without-end', 'nothing said', { ...sound(), retention: undefined }, 'retention'],
];

describe('Checks on a dossier', () => {
  it.each(noticed)('%s: notice %s', (rule, _what, dossier, place) => {
    expect(checkDossier(dossier)).toContainEqual({ rule, place });
  });

  it('say nothing of a sound dossier', () => {
    expect(checkDossier(sound())).toEqual([]);
  });

  it('are all tried here', () => {
    expect(new Set(noticed.map(([rule]) => rule))).toEqual(new Set(checkRules));
  });

  it.each([
    'Decide which families get a home visit, for which the nurse looks into the booking system.',
    'Tell mothers and children about free dental care.',
    'See whether people who finish the programme stay in work.',
  ])('leave a purpose alone that says its use: %s', statement => {
    const rules = checkDossier(withPurpose(statement)).map(({ rule }) => rule);
    expect(rules).not.toContain('purpose-describes-a-system');
    expect(rules).not.toContain('purposes-joined');
  });

  it.each([
    'Until 30 June 2027',
    'Destroyed at the end of the evaluation',
    '24 months after the last visit',
    'two years',
  ])('accept an end: %s', text => {
    expect(checkDossier(withRetention(text))).toEqual([]);
  });

  it.each([
    'Administer payments and investigate fraud.',
    'Identify children at risk and prosecute offenders.',
    'Service planning and evaluation.',
    'To detect fraud & to plan services',
    'To detect fraud, plan services, evaluate outcomes',
    'Evaluate the programme. Also used to set funding.',
  ])('notice several uses in one purpose: %s', statement => {
    expect(checkDossier(withPurpose(statement)).map(({ rule }) => rule)).toContain('purposes-joined');
  });

  it.each([
    'See that money and support reach the families who were promised them.',
    'Learn how health and support services reach rural districts.',
    'Confirm eligibility for the grant; nobody else is told.',
    'Find out why people in the health system wait longer.',
    'Send appointment reminders through the patient portal.',
  ])('leave an honest purpose alone: %s', statement => {
    expect(checkDossier(withPurpose(statement))).toEqual([]);
  });

  it.each([
    'Establish a register of all service users.',
    'Maintain a database open to all agencies.',
    'Establish a secure platform that protects client data.',
    'Collect individual client level data.',
    'Enable the sharing of data between agencies through SharePoint.',
  ])('notice a system where a use should stand: %s', statement => {
    expect(checkDossier(withPurpose(statement)).map(({ rule }) => rule)).toContain('purpose-describes-a-system');
  });

  it.each([
    'Deleted when no longer needed.',
    'Retained under the Public Records Act 2005.',
    'Reviewed every 2 years.',
    'For at least seven years.',
    'Backed up every 24 hours and kept.',
  ])('notice that nothing ends: %s', text => {
    expect(checkDossier(withRetention(text))).toEqual([{ rule: 'retention-without-end', place: 'retention' }]);
  });

  it.each(['None', 'N/A – risk accepted', 'No further mitigation proposed; accepted by the chief executive'])(
    'ask no effect and no owner of a mitigation that is none: %s',
    mitigation => {
      const accepted = { mitigation, residualLikelihood: 4, residualConsequence: 3, owner: '' };
      expect(checkDossier(withRisk(accepted))).toEqual([]);
    },
  );

  it.each([
    'Counts <6 and rates >50 are left out',
    'Staff enter free text about third parties',
    'TBA Consulting keeps the key',
  ])('take no number and no name for a placeholder: %s', mitigation => {
    expect(checkDossier(withRisk({ mitigation }))).toEqual([]);
  });

  it.each(['Contract clause XX', 'To be assigned', '{{mitigation}}', '…'])('notice a placeholder: %s', owner => {
    expect(checkDossier(withRisk({ owner }))).toEqual([{ rule: 'placeholder-left', place: 'risks.K-1.owner' }]);
  });

  it('say nothing of an empty draft', () => {
    expect(checkDossier(emptyDossier())).toEqual([]);
  });

  it('do not ask for a notice where the information is about nobody', () => {
    expect(checkDossier({ ...sound(), facts: { identifiability: 'aggregate', indirectCollection: true } })).toEqual([]);
  });
});
