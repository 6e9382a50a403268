// The content files put together into the catalogue that is published with this release.
import { ContentError } from '../content-error.js';
import { canonicalDigest } from '../digest.js';
import type { QuestionSet } from '../vocabulary/index.js';
import { checkCatalogue } from './check.js';
import consultation from './content/questions/consultation.json' with { type: 'json' };
import privacyRisk from './content/questions/privacy-risk.json' with { type: 'json' };
import proportionality from './content/questions/proportionality.json' with { type: 'json' };
import purpose from './content/questions/purpose.json' with { type: 'json' };
import transparency from './content/questions/transparency.json' with { type: 'json' };
import dpup from './content/dpup.json' with { type: 'json' };
import glossary from './content/glossary.json' with { type: 'json' };
import learning from './content/learning.json' with { type: 'json' };
import riskLibrary from './content/risk-library.json' with { type: 'json' };
import facts from './content/facts.json' with { type: 'json' };
import tierRules from './content/tier-rules.json' with { type: 'json' };
import urgentRecord from './content/urgent-record.json' with { type: 'json' };
import type { Dpup, GlossaryTerm, Learning, RiskLibrary } from './reference-schema.js';
import type { CatalogueContent, FactKind, Question, TierRule, UrgentField } from './schema.js';

export interface Catalogue {
  key: 'dpup';
  version: number;
  /** Hex SHA-256 of the canonical form of what is asked and decided on. */
  digest: string;
  /** Key, version and digest together, as proposals keep them. */
  pin: { key: string; version: number; digest: string };
  /** All that the digest is over, as it is published. */
  content: object;
  questions: ReadonlyMap<string, Question>;
  facts: ReadonlyMap<string, FactKind>;
  tierRules: readonly TierRule[];
  urgentRecord: readonly UrgentField[];
  /** What stands beside the questions, for people to read: it decides nothing and is not in the digest. */
  reference: { dpup: Dpup; riskLibrary: RiskLibrary; glossary: readonly GlossaryTerm[]; learning: Learning };
}

/** Throws a ContentError that names every fault with its JSON path. */
export function catalogueOf(version: number, candidate: unknown): Catalogue {
  const check = checkCatalogue(candidate);
  if ('faults' in check) {
    throw new ContentError('The catalogue', check.faults);
  }
  const { dpup, riskLibrary, glossary, learning, ...content } = check.content;
  const pin = { key: 'dpup' as const, version, digest: canonicalDigest(content) };
  return {
    ...pin,
    pin,
    content,
    questions: new Map(allQuestions(content).map(question => [question.id, question])),
    facts: new Map(Object.entries(content.facts)),
    tierRules: content.tierRules,
    urgentRecord: content.urgentRecord,
    reference: { dpup, riskLibrary, glossary, learning },
  };
}

const allQuestions = ({ questions: sets }: Pick<CatalogueContent, 'questions'>): Question[] => [
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
  dpup,
  riskLibrary,
  glossary,
  learning,
});
