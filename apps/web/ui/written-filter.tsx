// A filter that is written: it takes effect when the field is left or Enter is pressed, not at every letter.
import { useState } from 'react';
import { TextField } from './text-field.js';

interface Written {
  label: string;
  description?: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

export function WrittenFilter({ value = '', onChange, ...field }: Written) {
  const [text, setText] = useState(value);
  const apply = () => {
    const given = text.trim();
    if (given !== value) onChange(given === '' ? undefined : given);
  };
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        apply();
      }}
    >
      <TextField {...field} value={text} onChange={setText} onBlur={apply} />
    </form>
  );
}
