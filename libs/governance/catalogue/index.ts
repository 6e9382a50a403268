// DPUP's questions, facts and tier rules: versioned content, and the functions that read it.
export * from './answers.js';
export * from './load.js';
export * from './register.js';
export * from './tier.js';
export type { FactKind, Question, TierRule, UrgentField } from './schema.js';
export type * from './reference-schema.js';
