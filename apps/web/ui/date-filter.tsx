// A day to filter by: it takes effect when the field is left, Enter is pressed or a day is chosen, and not before it is one.
import { useState } from 'react';
import { DateField } from './date-field.js';

interface DateFilterProps {
  label: string;
  description?: string;
  value: string | undefined;
  onChange: (day: string | undefined) => void;
}

export function DateFilter({ value = '', onChange, ...field }: DateFilterProps) {
  const [day, setDay] = useState(value);
  const [told, setTold] = useState(value);
  if (value !== told) {
    setTold(value);
    setDay(value);
  }
  const settle = (given: string) => {
    if (given !== value) onChange(given === '' ? undefined : given);
  };
  return <DateField {...field} value={day} onChange={(next = '') => setDay(next)} onSettled={settle} />;
}
