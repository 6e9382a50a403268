// A row of a list as one line: what matters of it, and what is still empty. Fields that may well stay empty are not called holes.
import { anchorOf } from '../app/proposal-places.js';
import { bandOf, type Scale } from '../ui/risk-rows.js';
import { count } from '../words/define-words.js';
import { identifiabilityWords } from '../words/identifiability.js';
import { fieldsOf, type ListSection } from './fields.js';
import { numberAt, place, textAt, type Json, type Leaves } from './leaves.js';
import { fieldWords, partsWords } from './parts.words.js';
import { isBlank } from './text-fault.js';

export interface RowLine {
  facts: string[];
  /** The empty fields, as the middle of a sentence. */
  holes: string[];
}

type Bands = Scale['bands'];

const mayBeEmpty = ['excludedUses', 'sensitivity', 'proposedBy', 'owner'];

export function rowLine(list: ListSection, id: string, leaves: Leaves, bands: Bands): RowLine {
  const empty = fieldsOf(list).filter(
    ([field]) => !mayBeEmpty.includes(field) && isEmpty(leaves[place(list, id, field)]),
  );
  const facts = tellings[list]?.(id, leaves, bands) ?? [];
  return { facts: facts.filter(fact => fact !== ''), holes: empty.map(([field]) => holeOf(list, field)) };
}

const isEmpty = (leaf: Json | undefined): boolean =>
  leaf === undefined ||
  leaf === null ||
  (typeof leaf === 'string' ? isBlank(leaf) : Array.isArray(leaf) && leaf.length === 0);

function holeOf(list: ListSection, field: string): string {
  const { label = field } = fieldWords[list][field] ?? {};
  return label.charAt(0).toLowerCase() + label.slice(1);
}

const tellings: Partial<Record<ListSection, (id: string, leaves: Leaves, bands: Bands) => string[]>> = {
  dataItems: (id, leaves) => {
    const identifiability = textAt(leaves, place('dataItems', id, 'identifiability'));
    const purposes = leaves[place('dataItems', id, 'purposeIds')];
    const many = Array.isArray(purposes) ? purposes.length : 0;
    const [word = ''] = (identifiabilityWords[identifiability] ?? identifiability).split(':');
    return [word, many > 0 ? count(many, 'purpose') : ''];
  },
  recipients: (id, leaves) => ['kind', 'country'].map(field => textAt(leaves, place('recipients', id, field)).trim()),
  alternatives: (id, leaves) => {
    const rung = numberAt(leaves, place('alternatives', id, 'rung'));
    return rung === null ? [] : [partsWords.onRung(rung)];
  },
  risks: (id, leaves, bands) => {
    const band = (likelihood: string, consequence: string) => {
      const [one, other] = [likelihood, consequence].map(field => numberAt(leaves, place('risks', id, field)));
      return one && other ? bandOf({ bands }, one * other).band : '';
    };
    const before = band('likelihood', 'consequence');
    const after = band('residualLikelihood', 'residualConsequence');
    return [after === '' ? before : partsWords.rated(before, after)];
  },
};

/** The row that an anchor of the page leads to, or into. */
export const anchoredRow = (list: ListSection, ids: readonly string[], anchor: string): string | undefined => {
  const holds = (id: string) => `${anchor}-`.startsWith(`${anchorOf(`${list}.${id}`)}-`);
  return ids.filter(holds).sort((one, other) => other.length - one.length)[0];
};
