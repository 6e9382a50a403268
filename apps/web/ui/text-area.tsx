// Text of several lines, growing with what is written. With `most`, it counts down and never cuts off.
import type { Ref } from 'react';
import { TextArea as AriaTextArea, TextField } from 'react-aria-components';
import { FieldParts, type FieldProps } from './field.js';
import classes from './field.module.css';
import { partWords } from './words.js';

export interface TextAreaProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  /** How many characters at most. */
  most?: number;
  rows?: number;
  /** The control itself, for whoever has to know where the caret is. */
  control?: Ref<HTMLTextAreaElement>;
}

export function TextArea({
  label,
  description,
  error,
  isOptional,
  id,
  most,
  rows = 4,
  control,
  ...field
}: TextAreaProps) {
  return (
    <TextField {...field} className={classes.field} isInvalid={error !== undefined} validationBehavior="aria">
      <FieldParts {...{ label, description, error, isOptional }}>
        <AriaTextArea ref={control} className={classes.control} rows={rows} id={id} />
        {most !== undefined && <Count left={most - field.value.length} most={most} />}
      </FieldParts>
    </TextField>
  );
}

/** Seen always; said only when it becomes tight, so that nobody is counted at while writing. */
function Count({ left, most }: { left: number; most: number }) {
  const isTight = left < most / 10;
  const sentence = left < 0 ? partWords.charactersOver(-left) : partWords.charactersLeft(left);
  return (
    <>
      <span className={classes.count} data-over={left < 0 || undefined} aria-hidden="true">
        {sentence}
      </span>
      <span className="unseen" role="status">
        {isTight && (left < 0 || left % 10 === 0) ? sentence : ''}
      </span>
    </>
  );
}
