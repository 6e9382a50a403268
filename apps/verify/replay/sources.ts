// Which entry the words of each part of a dossier stand in today, told from open fields alone: what an erasure changes of it.
import type { Act } from './act.js';

const lists = ['purposes', 'dataItems', 'recipients', 'alternatives', 'risks'];
const texts = ['retention', 'transferRoute'];

interface Elements {
  saved: { id: string }[];
  order: string[];
}

const placeOf = (sequence: number, path: string): string => `${sequence} ${path}`;

export class Sources {
  /** By part of the dossier, as in `purposes.P-1`, `answers.PM-2` or `retention`. */
  readonly #places = new Map<string, string>();

  take({ type, said, sequence }: Act): void {
    const set = (part: string, path: string): void => void this.#places.set(part, placeOf(sequence, path));
    if (type === 'AlternativeProposed') set(`alternatives.${said.alternative.id}`, '/alternative');
    if (type !== 'ProposalDrafted' && type !== 'ProposalRevised') return;
    const { dossier } = said;
    for (const section of lists) {
      const list = dossier[section] as Elements | { id: string }[] | undefined;
      const [elements, below] = Array.isArray(list) ? [list, ''] : [list?.saved ?? [], '/saved'];
      elements.forEach(({ id }, at) => set(`${section}.${id}`, `/dossier/${section}${below}/${at}`));
      if (list && !Array.isArray(list)) this.#keepOnly(section, list.order);
    }
    for (const section of texts) {
      if (dossier[section] === null) this.#places.delete(section);
      else if (dossier[section] !== undefined) set(section, `/dossier/${section}`);
    }
    dossier.answers?.forEach(({ questionId }, at) => set(`answers.${questionId}`, `/dossier/answers/${at}`));
  }

  #keepOnly(section: string, ids: readonly string[]): void {
    const kept = new Set(ids.map(id => `${section}.${id}`));
    for (const part of this.#places.keys())
      if (part.startsWith(`${section}.`) && !kept.has(part)) this.#places.delete(part);
  }

  /** The parts of today's dossier whose words stand in one of these places of that entry. */
  partsAt(sequence: number, paths: readonly string[]): string[] {
    const gone = new Set(paths.map(path => placeOf(sequence, path)));
    return [...this.#places].filter(([, place]) => gone.has(place)).map(([part]) => part);
  }
}
