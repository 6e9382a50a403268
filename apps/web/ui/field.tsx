// What every field has around its control: label, description, what is wrong. The parts of a React Aria field find each other.
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import classes from './field.module.css';
import { partWords } from './words.js';

export interface FieldProps {
  label: string;
  description?: ReactNode;
  /** What is wrong, as a sentence. */
  error?: string;
  isRequired?: boolean;
  /** Says so beside the label. For the few fields of a form that may stay empty. */
  isOptional?: boolean;
  name?: string;
  /** The anchor of this field: see `anchorOf`. */
  id?: string;
}

type Around = Pick<FieldProps, 'label' | 'description' | 'error' | 'isOptional'> & { children: ReactNode };

export function FieldParts({ label, description, error, isOptional = false, children }: Around) {
  return (
    <>
      <Label className={classes.label}>
        {label} {isOptional && <small>({partWords.optional})</small>}
      </Label>
      {description && (
        <Text slot="description" className={classes.description}>
          {description}
        </Text>
      )}
      {children}
      <FieldError className={classes.error}>{error}</FieldError>
    </>
  );
}
