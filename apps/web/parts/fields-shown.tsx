// Fields and choices.
import { useState } from 'react';
import { Checkbox, RadioGroup, Switch } from '../ui/choice.js';
import { DateField } from '../ui/date-field.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { Section } from '../ui/section.js';
import { Segments } from '../ui/segments.js';
import { ComboBox, Select } from '../ui/select.js';
import { TextArea } from '../ui/text-area.js';
import { TextField } from '../ui/text-field.js';
import classes from './parts.module.css';

const tiers = [
  { value: 'T1', label: 'Light review', description: 'Purpose, proportionality and privacy risk' },
  { value: 'T2', label: 'Standard review', description: 'Consultation and transparency too' },
];

const ticks = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

export const FieldsShown = () => (
  <Section title="Fields">
    <div className={classes.pair}>
      <Texts />
      <Choices />
    </div>
  </Section>
);

function Texts() {
  const [title, setTitle] = useState('Kai support referrals');
  const [summary, setSummary] = useState('Which households were helped, and whether they came back.');
  const [retention, setRetention] = useState('');
  const [day, setDay] = useState('2027-03-01');
  return (
    <div className={classes.stack}>
      <TextField label="Title" description="As it stands in lists." value={title} onChange={setTitle} />
      <TextArea label="Summary" most={70} value={summary} onChange={setSummary} isOptional />
      <TextField
        id="retention"
        label="Retention"
        value={retention}
        onChange={setRetention}
        error="Say how long the data are kept, and how they end."
      />
      <DateField label="By which day" value={day} onChange={(next = '') => setDay(next)} />
    </div>
  );
}

function Choices() {
  const [tier, setTier] = useState<string | null>('T1');
  const [tick, setTick] = useState<string | null>('yes');
  const [isChecked, setChecked] = useState(true);
  const [isOn, setOn] = useState(true);
  const field = { options: tiers, value: tier, onChange: setTier };
  return (
    <div className={classes.stack}>
      <RadioGroup label="Review" {...field} />
      <Segments label="Does the answer hold?" options={ticks} value={tick} onChange={setTick} />
      <Checkbox isSelected={isChecked} onChange={setChecked}>
        I have read the changes since my last review
      </Checkbox>
      <Switch isSelected={isOn} onChange={setOn}>
        Only what waits for me
      </Switch>
      <Select label="Tier" {...field} />
      <ComboBox label="Organisation" description="Write to find it." {...field} />
      <Faults />
    </div>
  );
}

/** It takes the focus when it appears, so that here it appears on request. */
function Faults() {
  const [isShown, setShown] = useState(false);
  const faults = isShown ? [{ field: 'retention', message: 'Retention: say how long the data are kept' }] : [];
  return (
    <>
      <Checkbox isSelected={isShown} onChange={setShown}>
        Show the summary of errors
      </Checkbox>
      <ErrorSummary faults={faults} />
    </>
  );
}
