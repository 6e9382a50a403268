// The dossier: what is proposed. Plain data; every list element has an id chosen by its author and stable over revisions.

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Facts by the catalogue's keys. An absent boolean is false; an absent identifiability blocks submission. */
export type DossierFacts = Record<string, boolean | number | string>;

/** Hex of the salted commitment to the erasable words of the element it stands in; added when recorded, never by a rule. */
export interface Committed {
  commitment?: string;
}

export interface Purpose extends Committed {
  id: string;
  statement: string;
  benefit?: string;
  authority?: string;
  excludedUses?: string;
}

export interface DataItem extends Committed {
  id: string;
  name: string;
  about: string;
  identifiability: string;
  sensitivity?: string;
  purposeIds: string[];
  necessity?: string;
}

export interface Recipient extends Committed {
  id: string;
  name: string;
  kind?: string;
  country?: string;
}

/** `rung` 0 (nothing new is collected) to 7 (identified records of everyone). */
export interface Alternative extends Committed {
  id: string;
  description: string;
  rung: number;
  proposedBy?: string;
  proposedByPartner: boolean;
  whyNot?: string;
  note?: string;
}

/** Ratings 1 to 5, before and after treatment. */
export interface Risk extends Committed {
  id: string;
  title: string;
  likelihood: number;
  consequence: number;
  mitigation?: string;
  residualLikelihood?: number;
  residualConsequence?: number;
  owner?: string;
}

/** Exactly one of `value` and `gap`; a gap is an honest "we have nothing to show here". */
export interface Answer extends Committed {
  questionId: string;
  value?: Json;
  gap?: string;
  evidence: string[];
}

/** A single text of the dossier, in a node of its own so that it has a commitment of its own. */
export interface DossierText extends Committed {
  text: string;
}

export interface Dossier {
  summary?: DossierText;
  facts: DossierFacts;
  purposes: Purpose[];
  dataItems: DataItem[];
  recipients: Recipient[];
  alternatives: Alternative[];
  risks: Risk[];
  retention?: DossierText;
  transferRoute?: DossierText;
  answers: Answer[];
}

export const listSections = ['purposes', 'dataItems', 'recipients', 'alternatives', 'risks'] as const;
export type ListSection = (typeof listSections)[number];

export const textSections = ['summary', 'retention', 'transferRoute'] as const;
export type TextSection = (typeof textSections)[number];

export const emptyDossier = (): Dossier => ({
  facts: {},
  purposes: [],
  dataItems: [],
  recipients: [],
  alternatives: [],
  risks: [],
  answers: [],
});
