// One line of text.
import { Input, TextField as AriaTextField } from 'react-aria-components';
import { FieldParts, type FieldProps } from './field.js';
import classes from './field.module.css';

export interface TextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  type?: 'text' | 'search' | 'number' | 'password';
  autoComplete?: string;
}

export function TextField({ label, description, error, isOptional, id, ...field }: TextFieldProps) {
  return (
    <AriaTextField {...field} className={classes.field} isInvalid={error !== undefined} validationBehavior="aria">
      <FieldParts {...{ label, description, error, isOptional }}>
        <Input className={classes.control} id={id} />
      </FieldParts>
    </AriaTextField>
  );
}
