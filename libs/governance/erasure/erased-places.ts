// Where today's dossier lacks words that were erased and not written anew. What rests on them cannot be met meanwhile.
import type { Catalogue } from '../catalogue/index.js';
import type { Blocker } from '../problems.js';
import type { Change } from '../proposal/changes.js';
import type { Dossier } from '../proposal/dossier.js';
import type { Proposal } from '../proposal/proposal.js';
import { shakenSignOffs } from '../proposal/stale.js';
import type { SignOffKey } from '../vocabulary/index.js';
import { getDefinition } from '../workflows/index.js';

const erasedIn = <T extends { id: string }>(
  section: Change['section'],
  list: readonly T[],
  said: (element: T) => string | undefined,
): Change[] =>
  list
    .filter(element => said(element) === undefined)
    .map(({ id }) => ({ path: id ? `${section}.${id}` : section, section, id, kind: 'changed' }));

const single = (text: { text: string } | undefined) => (text ? [{ id: '', ...text }] : []);

/** A partner's alternative is not the author's to write anew or to take out, so it holds up nobody; answers count as unanswered. */
const erasedPlaces = ({ retention, transferRoute, ...dossier }: Dossier): Change[] => [
  ...erasedIn('purposes', dossier.purposes, ({ statement }) => statement),
  ...erasedIn('dataItems', dossier.dataItems, ({ name }) => name),
  ...erasedIn('recipients', dossier.recipients, ({ name }) => name),
  ...erasedIn(
    'alternatives',
    dossier.alternatives.filter(({ proposedByPartner }) => !proposedByPartner),
    ({ description }) => description,
  ),
  ...erasedIn('risks', dossier.risks, ({ title }) => title),
  ...erasedIn('retention', single(retention), ({ text }) => text),
  ...erasedIn('transferRoute', single(transferRoute), ({ text }) => text),
];

const blockerAt = (subject: string): Blocker => ({ code: 'words-erased', subject });

/** Of submission. */
export const erasedBlockers = ({ dossier }: Proposal): Blocker[] =>
  erasedPlaces(dossier).map(({ path }) => blockerAt(path));

/** Of a sign-off: it rests on what would make it stale by changing. */
export function erasedBlockersOf(key: SignOffKey, catalogue: Catalogue, proposal: Proposal): Blocker[] {
  const { dossier, tier, irrelevant, workflow } = proposal;
  const changes = erasedPlaces(dossier);
  if (changes.length === 0) return [];
  const footing = { facts: dossier.facts, tier };
  const definition = getDefinition(workflow);
  const shaken = shakenSignOffs({ catalogue, definition, changes, before: footing, after: footing, irrelevant });
  return (shaken.get(key) ?? []).map(blockerAt);
}
