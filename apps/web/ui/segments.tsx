// A few short answers side by side, of which one holds or none yet. Left and right go from one to the next, Enter and the space bar
// choose, and choosing the same again takes it back.
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import classes from './segments.module.css';

interface Segment<Value extends string> {
  value: Value;
  /** Short; begins what is heard. */
  label: string;
  /** What is heard instead, where the label is an abbreviation. */
  spoken?: string;
}

interface Segmented<Value extends string> {
  /** What is asked; it is heard, and stands beside it for the eye. */
  label: string;
  options: readonly Segment<Value>[];
  value: Value | null;
  onChange: (value: Value | null) => void;
}

export const Segments = <Value extends string>({ label, options, value, onChange }: Segmented<Value>) => (
  <ToggleButtonGroup
    className={classes.segments}
    aria-label={label}
    selectedKeys={value === null ? [] : [value]}
    onSelectionChange={([chosen]) => onChange((chosen as Value | undefined) ?? null)}
  >
    {options.map(option => (
      <ToggleButton key={option.value} id={option.value} className={classes.segment} aria-label={option.spoken}>
        {option.label}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
