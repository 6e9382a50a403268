// A day. It is written by hand or pasted, day first, and shown with its month in words, because a browser's own field shows days the
// way of its settings: 03/01/2027 would be either. The browser's calendar is there for whoever likes to choose.
import { useRef } from 'react';
import { Input, TextField as AriaTextField } from 'react-aria-components';
import classes from './date-field.module.css';
import { FieldParts, type FieldProps } from './field.js';
import fieldClasses from './field.module.css';
import { useWrittenDay, type Days } from './use-written-day.js';
import { partWords } from './words.js';

export function DateField({
  label,
  description,
  error,
  isOptional,
  id,
  value,
  onChange,
  onSettled,
  ...field
}: FieldProps & Days) {
  const written = useWrittenDay({ value, onChange, ...(onSettled && { onSettled }) });
  const fault = written.isFaulty ? partWords.noDay : error;
  return (
    <AriaTextField
      {...field}
      className={fieldClasses.field}
      value={written.text}
      onChange={written.write}
      onBlur={written.leave}
      isInvalid={fault !== undefined}
      validationBehavior="aria"
    >
      <FieldParts {...{ label, description, error: fault, isOptional }}>
        <span className={classes.written}>
          <Input
            {...{ className: fieldClasses.control, id, placeholder: partWords.dayPattern, autoComplete: 'off' }}
            onKeyDown={({ key }) => key === 'Enter' && written.leave()}
          />
          <Calendar day={written.day} label={label} onChoose={written.choose} />
        </span>
      </FieldParts>
    </AriaTextField>
  );
}

/** The browser’s own, opened from its button: nobody comes to the field behind it. */
function Calendar({ label, day, onChoose }: { label: string; day: string; onChoose: (day: string) => void }) {
  const native = useRef<HTMLInputElement>(null);
  return (
    <span className={classes.calendar}>
      <input
        {...{ ref: native, type: 'date', tabIndex: -1, 'aria-hidden': true }}
        value={day}
        onChange={({ target }) => onChoose(target.value)}
      />
      <button type="button" onClick={() => native.current?.showPicker()}>
        <span className="unseen">{partWords.calendar(label)}</span>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3" fill="none" stroke="currentColor" />
        </svg>
      </button>
    </span>
  );
}
