// How the fields of a place are set: what its name says is not said again, and what is short takes no line of its own.
import type { FieldChange, ReviewedPlace } from './changed-places.js';
import type { Value } from './place-values.js';

/** Fields that are a place by themselves: they have no name beside the place's. */
const wholePlaces = /^(value|title|summary|retention|transferRoute|answer)$/;

export const isWholePlace = (fields: readonly FieldChange[]): boolean =>
  fields.length === 1 && wholePlaces.test(fields[0]!.name);

const SHORT = 40;
const isShortValue = (value: Value | undefined): boolean =>
  value === undefined || (typeof value === 'string' && value.length <= SHORT);

export const isShort = ({ before, after }: FieldChange): boolean => isShortValue(before) && isShortValue(after);

/** A few words without a name of their own, such as yes or no: they stand beside the name of their place. */
export const isBrief = ({ fields }: Pick<ReviewedPlace, 'fields'>): boolean =>
  isWholePlace(fields) && isShort(fields[0]!);

/** Without the field whose whole value ends the name: “Risk R-1: Small numbers” needs no title below it. */
export const unsaid = ({ fields, kind }: Pick<ReviewedPlace, 'fields' | 'kind'>, name: string): FieldChange[] =>
  kind === 'changed' || isWholePlace(fields)
    ? [...fields]
    : fields.filter(({ before, after }) => !name.endsWith(`: ${String(after ?? before)}`));
