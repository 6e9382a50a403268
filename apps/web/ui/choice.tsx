// Choosing: one of several (RadioGroup), any of them (Checkbox), on or off at once (Switch).
import type { ReactNode } from 'react';
import {
  Checkbox as AriaCheckbox,
  Radio,
  RadioGroup as AriaRadioGroup,
  Switch as AriaSwitch,
} from 'react-aria-components';
import { FieldParts, type FieldProps } from './field.js';
import classes from './field.module.css';

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
  description?: ReactNode;
}

interface RadioGroupProps<Value extends string> extends FieldProps {
  options: readonly Option<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
}

export function RadioGroup<Value extends string>({ options, value, onChange, ...field }: RadioGroupProps<Value>) {
  const { label, description, error, isOptional, ...rest } = field;
  return (
    <AriaRadioGroup
      {...rest}
      className={classes.field}
      value={value}
      onChange={chosen => onChange(chosen as Value)}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldParts {...{ label, description, error, isOptional }}>
        <div className={classes.choices}>
          {options.map(option => (
            <Radio key={option.value} value={option.value} className={classes.choice}>
              <span className={classes.box} data-round="" />
              <span>{option.label}</span>
              {option.description && <span className={classes.description}>{option.description}</span>}
            </Radio>
          ))}
        </div>
      </FieldParts>
    </AriaRadioGroup>
  );
}

interface OnOff {
  children: ReactNode;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  name?: string;
  isDisabled?: boolean;
}

export const Checkbox = ({ children, isIndeterminate, ...box }: OnOff & { isIndeterminate?: boolean }) => (
  <AriaCheckbox {...box} isIndeterminate={isIndeterminate} className={classes.choice}>
    <span className={classes.box} />
    <span>{children}</span>
  </AriaCheckbox>
);

/** Takes effect at once; what is sent with a form is a Checkbox. */
export const Switch = ({ children, ...box }: OnOff) => (
  <AriaSwitch {...box} className={classes.choice}>
    <span className={classes.track} />
    <span>{children}</span>
  </AriaSwitch>
);
