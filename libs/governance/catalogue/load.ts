// The content files put together into the catalogue that is published with this release.
import { canonicalDigest } from '../digest.js';
import type { QuestionSet } from '../vocabulary/index.js';
import { checkCatalogue } from './check.js';
import consultation from './content/questions/consultation.json' with { type: 'json' };
import privacyRisk from './content/questions/privacy-risk.json' with { type: 'json' };
import proportionality from './content/questions/proportionality.json' with { type: 'json' };
import purpose from './content/questions/purpose.json' with { type: 'json' };
import transparency from './content/questions/transparency.json' with { type: 'json' };
import facts from './content/facts.json' with { type: 'json' };
import tierRules from './content/tier-rules.json' with { type: 'json' };
import urgentRecord from './content/urgent-record.json' with { type: 'json' };
import type { CatalogueContent, FactKind, Question, TierRule, UrgentField } from './schema.js';

export interface Catalogue {
  key: 'dpup';
  version: number;
  /** Hex SHA-256 of the content's canonical form. */
  digest: string;
  questions: ReadonlyMap<string, Question>;
  facts: ReadonlyMap<string, FactKind>;
  tierRules: readonly TierRule[];
  urgentRecord: readonly UrgentField[];
}

export class CatalogueError extends Error {}

/** Throws a CatalogueError that names every fault with its JSON path. */
export function catalogueOf(version: number, candidate: unknown): Catalogue {
  const check = checkCatalogue(candidate);
  if ('faults' in check) {
    throw new CatalogueError(`The catalogue cannot be used:\n${check.faults.map(fault => `  ${fault}`).join('\n')}`);
  }
  const { content } = check;
  return {
    key: 'dpup',
    version,
    digest: canonicalDigest(content),
    questions: new Map(allQuestions(content).map(question => [question.id, question])),
    facts: new Map(Object.entries(content.facts)),
    tierRules: content.tierRules,
    urgentRecord: content.urgentRecord,
  };
}

const allQuestions = ({ questions: sets }: CatalogueContent): Question[] => [
  ...sets.purpose,
  ...sets.proportionality,
  ...sets.privacyRisk,
  ...sets.consultation,
  ...sets.transparency,
];

export const setOf = (question: Question): QuestionSet => question.id.slice(0, 2) as QuestionSet;

export const catalogue: Catalogue = catalogueOf(1, {
  questions: { purpose, proportionality, privacyRisk, consultation, transparency },
  facts,
  tierRules,
  urgentRecord,
});
