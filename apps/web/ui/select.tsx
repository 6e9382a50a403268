// One of a list: Select for a dozen, ComboBox to find one among many by writing.
import {
  Button,
  ComboBox as AriaComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import type { Option } from './choice.js';
import { FieldParts, type FieldProps } from './field.js';
import field from './field.module.css';
import classes from './select.module.css';
import { partWords } from './words.js';

interface Listed<Value extends string> extends FieldProps {
  options: readonly Option<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  placeholder?: string;
  autoFocus?: boolean;
}

export function Select<Value extends string>({
  options,
  value,
  onChange,
  placeholder = partWords.choose,
  ...rest
}: Listed<Value>) {
  const { label, description, error, isOptional, ...aria } = rest;
  return (
    <AriaSelect
      {...aria}
      className={field.field}
      selectedKey={value}
      onSelectionChange={key => onChange(key as Value)}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      placeholder={placeholder}
    >
      <FieldParts {...{ label, description, error, isOptional }}>
        <Button className={[field.control, classes.button].join(' ')}>
          <SelectValue>
            {({ isPlaceholder, defaultChildren, selectedText }) => (isPlaceholder ? defaultChildren : selectedText)}
          </SelectValue>
          <span aria-hidden="true">▾</span>
        </Button>
        <Options options={options} />
      </FieldParts>
    </AriaSelect>
  );
}

export function ComboBox<Value extends string>({ options, value, onChange, placeholder, ...rest }: Listed<Value>) {
  const { label, description, error, isOptional, ...aria } = rest;
  return (
    <AriaComboBox
      {...aria}
      className={field.field}
      defaultItems={options.map(option => ({ ...option, id: option.value }))}
      selectedKey={value}
      onSelectionChange={key => key !== null && onChange(key as Value)}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      menuTrigger="focus"
    >
      <FieldParts {...{ label, description, error, isOptional }}>
        <div className={classes.combo}>
          <Input className={field.control} placeholder={placeholder} />
          <Button className={classes.opener} aria-label={partWords.options}>
            <span aria-hidden="true">▾</span>
          </Button>
        </div>
        <Popover className={classes.list}>
          <ListBox<Option & { id: string }>>{option => <Item key={option.id} option={option} />}</ListBox>
        </Popover>
      </FieldParts>
    </AriaComboBox>
  );
}

const Options = ({ options }: { options: readonly Option[] }) => (
  <Popover className={classes.list}>
    <ListBox>
      {options.map(option => (
        <Item key={option.value} option={option} />
      ))}
    </ListBox>
  </Popover>
);

const Item = ({ option: { value, label, description } }: { option: Option }) => (
  <ListBoxItem id={value} textValue={label} className={classes.item}>
    <span>{label}</span>
    {description && <small>{description}</small>}
  </ListBoxItem>
);
