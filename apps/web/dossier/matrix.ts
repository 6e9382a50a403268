// Purposes × data items: which purpose needs which item. Whoever asks for an item says once why the purposes cannot do without it.
import { idsIn, place, textAt, type Leaves } from './leaves.js';
import { isBlank } from './text-fault.js';

export interface MatrixRow {
  id: string;
  name: string;
  /** One cell for each purpose, in order. */
  cells: { purposeId: string; isNeeded: boolean }[];
  necessity: string;
  isWithoutPurpose: boolean;
  isWithoutNecessity: boolean;
}

export interface Matrix {
  purposes: { id: string; statement: string }[];
  rows: MatrixRow[];
  withoutNecessity: number;
  withoutPurpose: number;
}

export function matrixOf(leaves: Leaves): Matrix {
  const purposes = idsIn(leaves, 'purposes').map(id => ({
    id,
    statement: textAt(leaves, place('purposes', id, 'statement')),
  }));
  const rows = idsIn(leaves, 'dataItems').map(id => {
    const needed = purposesOf(leaves, id);
    const necessity = textAt(leaves, place('dataItems', id, 'necessity'));
    const cells = purposes.map(purpose => ({ purposeId: purpose.id, isNeeded: needed.includes(purpose.id) }));
    const isWithoutPurpose = cells.every(({ isNeeded }) => !isNeeded);
    const name = textAt(leaves, place('dataItems', id, 'name'));
    return { id, name, cells, necessity, isWithoutPurpose, isWithoutNecessity: isBlank(necessity) };
  });
  const tally = (holds: (row: MatrixRow) => boolean) => rows.filter(holds).length;
  return {
    ...{ purposes, rows },
    withoutNecessity: tally(row => row.isWithoutNecessity),
    withoutPurpose: tally(row => row.isWithoutPurpose),
  };
}

const purposesOf = (leaves: Leaves, id: string): readonly string[] =>
  (leaves[place('dataItems', id, 'purposeIds')] as string[] | undefined) ?? [];

/** One cell turned: the purposes of the item, in the order of the purposes. */
export function toggled(leaves: Leaves, id: string, purposeId: string): Leaves {
  const needed = purposesOf(leaves, id);
  const now = needed.includes(purposeId) ? needed.filter(each => each !== purposeId) : [...needed, purposeId];
  const inOrder = idsIn(leaves, 'purposes').filter(each => now.includes(each));
  return { [place('dataItems', id, 'purposeIds')]: inOrder };
}

/** A purpose goes: no item is needed for it any more. */
export function withoutPurpose(leaves: Leaves, purposeId: string): Leaves {
  const changes: Record<string, string[]> = {
    purposes: idsIn(leaves, 'purposes').filter(each => each !== purposeId),
  };
  for (const id of idsIn(leaves, 'dataItems')) {
    const needed = purposesOf(leaves, id);
    if (needed.includes(purposeId))
      changes[place('dataItems', id, 'purposeIds')] = needed.filter(each => each !== purposeId);
  }
  return changes;
}
