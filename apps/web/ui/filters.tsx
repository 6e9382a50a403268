// The filters in force, each as a chip that takes it away. They live in the address: a chip is a button that changes the search.
import { Button } from './button.js';
import classes from './filters.module.css';
import { partWords } from './words.js';

export interface Chip {
  key: string;
  label: string;
  onRemove: () => void;
}

interface FiltersProps {
  chips: readonly Chip[];
  onClear: () => void;
}

export function Filters({ chips, onClear }: FiltersProps) {
  if (chips.length === 0) return null;
  return (
    <ul role="list" className={classes.chips} aria-label={partWords.filters}>
      {chips.map(({ key, label, onRemove }) => (
        <li key={key}>
          <button type="button" className={classes.chip} onClick={onRemove} aria-label={partWords.removeFilter(label)}>
            {label} <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <Button kind="quiet" onPress={onClear}>
          {partWords.clearFilters}
        </Button>
      </li>
    </ul>
  );
}

/** A fact in a row of them, such as a tier or a count. */
export const Tag = ({ children }: { children: string }) => <span className={classes.tag}>{children}</span>;
