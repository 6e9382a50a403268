// Bad content stops the start, with every fault and its JSON path (house: content is data, checked).
import { describe, expect, it } from '@jest/globals';
import dpup from './content/dpup.json' with { type: 'json' };
import glossary from './content/glossary.json' with { type: 'json' };
import learning from './content/learning.json' with { type: 'json' };
import riskLibrary from './content/risk-library.json' with { type: 'json' };
import consultation from './content/questions/consultation.json' with { type: 'json' };
import privacyRisk from './content/questions/privacy-risk.json' with { type: 'json' };
import proportionality from './content/questions/proportionality.json' with { type: 'json' };
import purpose from './content/questions/purpose.json' with { type: 'json' };
import transparency from './content/questions/transparency.json' with { type: 'json' };
import facts from './content/facts.json' with { type: 'json' };
import tierRules from './content/tier-rules.json' with { type: 'json' };
import urgentRecord from './content/urgent-record.json' with { type: 'json' };
import { checkCatalogue } from './check.js';
import { catalogueOf } from './load.js';

const content = {
  questions: { purpose, proportionality, privacyRisk, consultation, transparency },
  facts,
  tierRules,
  urgentRecord,
  dpup,
  riskLibrary,
  glossary,
  learning,
};
type Changed = Record<string, Record<string, unknown>[]>;

/** The faults of a copy of the published content after a change. */
function faultsAfter(
  change: (copy: {
    questions: Changed;
    facts: Record<string, unknown>;
    tierRules: Record<string, unknown>[];
    urgentRecord: Record<string, unknown>[];
  }) => void,
): string[] {
  const copy = structuredClone(content) as unknown;
  change(copy as Parameters<typeof change>[0]);
  const check = checkCatalogue(copy);
  return 'faults' in check ? check.faults : [];
}

describe('the catalogue’s own check', () => {
  it('finds nothing wrong with what is published', () => {
    expect(faultsAfter(() => undefined)).toEqual([]);
  });

  it.each<[string, Parameters<typeof faultsAfter>[0], RegExp]>([
    [
      'an unknown key',
      ({ questions }) => (questions['purpose']![2]!['bloking'] = true),
      /^questions\.purpose\.2: .*bloking/,
    ],
    ['an unknown section', copy => ((copy as unknown as Record<string, unknown>)['extra'] = []), /^\(root\): .*extra/],
    [
      'a duplicate id',
      ({ questions }) => (questions['privacyRisk']![3]!['id'] = 'RK-1'),
      /^questions\.privacyRisk\.3\.id: RK-1 stands at questions\.privacyRisk\.0 already/,
    ],
    [
      'a broken fact in a question',
      ({ questions }) => (questions['consultation']![2]!['appliesWhen'] = [{ fact: 'weather', equals: true }]),
      /^questions\.consultation\.2\.appliesWhen\.0\.fact: there is no fact weather/,
    ],
    [
      'a fact that every object is born with',
      ({ questions }) => (questions['consultation']![2]!['appliesWhen'] = [{ fact: 'constructor', equals: true }]),
      /^questions\.consultation\.2\.appliesWhen\.0\.fact: there is no fact constructor/,
    ],
    [
      'a broken fact in a tier rule',
      ({ tierRules: rules }) => (rules[1]!['all'] = [{ fact: 'weather', equals: true }]),
      /^tierRules\.1: there is no fact weather/,
    ],
    [
      'a failing option that is no option',
      ({ questions }) =>
        (questions['purpose']![11]!['answer'] = { type: 'yes_no', options: ['no', 'yes'], failsOn: ['perhaps'] }),
      /^questions\.purpose\.11\.answer\.failsOn: perhaps is not one of the options/,
    ],
    [
      'failing options without options',
      ({ questions }) => (questions['purpose']![11]!['answer'] = { type: 'yes_no', failsOn: ['yes'] }),
      /^questions\.purpose\.11\.answer\.failsOn: yes is not one of the options/,
    ],
    [
      'an answer type there is not',
      ({ questions }) => (questions['purpose']![0]!['answer'] = { type: 'essay' }),
      /^questions\.purpose\.0\.answer\.type: /,
    ],
    [
      'a tier there is not',
      ({ questions }) => (questions['purpose']![0]!['tiers'] = ['T9']),
      /^questions\.purpose\.0\.tiers\.0: /,
    ],
    [
      'a question without tiers',
      ({ questions }) => (questions['purpose']![0]!['tiers'] = []),
      /^questions\.purpose\.0\.tiers: /,
    ],
    ['an id of no set', ({ questions }) => (questions['purpose']![0]!['id'] = 'XX-1'), /^questions\.purpose\.0\.id: /],
    [
      'a missing prompt',
      ({ questions }) => delete questions['purpose']![0]!['prompt'],
      /^questions\.purpose\.0\.prompt: /,
    ],
    ['a fact of no kind', ({ facts: all }) => (all['bulk'] = { type: 'mood', title: 'x', help: 'y' }), /^facts\.bulk/],
    [
      'a last tier rule that does not hold for all',
      ({ tierRules: rules }) => rules.pop(),
      /^tierRules\.4: the last rule must hold for every proposal/,
    ],
    [
      'an urgent field of another name',
      ({ urgentRecord: fields }) => (fields[0]!['id'] = 'V-1'),
      /^urgentRecord\.0\.id: /,
    ],
  ])('finds %s, with its path', (_, change, fault) => {
    expect(faultsAfter(change)).toContainEqual(expect.stringMatching(fault));
  });

  it('finds every fault at once', () => {
    const found = faultsAfter(({ questions, tierRules: rules }) => {
      questions['purpose']![0]!['extra'] = 1;
      questions['privacyRisk']![3]!['id'] = 'RK-1';
      questions['consultation']![2]!['appliesWhen'] = [{ fact: 'weather', equals: true }];
      rules[1]!['all'] = [{ fact: 'tide', equals: true }];
    });
    for (const place of [
      'questions.purpose.0',
      'questions.privacyRisk.3.id',
      'questions.consultation.2.appliesWhen.0.fact',
      'tierRules.1',
    ]) {
      expect(found).toContainEqual(expect.stringContaining(place));
    }
  });

  it.each([null, undefined, 7, 'text', [], {}])('does not take %p for a catalogue', candidate => {
    expect(checkCatalogue(candidate)).toHaveProperty('faults');
  });

  it('throws with every fault when bad content is loaded', () => {
    expect(() => catalogueOf(1, { ...content, tierRules: [] })).toThrow('tierRules');
  });

  it('gives equal content one digest, whatever the order of its keys', () => {
    const reversed = Object.fromEntries(Object.entries(content).reverse());
    expect(catalogueOf(1, reversed).digest).toBe(catalogueOf(1, content).digest);
    expect(catalogueOf(1, { ...content, urgentRecord: urgentRecord.slice(1) }).digest).not.toBe(
      catalogueOf(1, content).digest,
    );
  });
});
