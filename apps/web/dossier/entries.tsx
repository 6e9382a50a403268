// Entries, one after the other: a text each, or where the catalogue names columns, a row of them.
import { Button } from '../ui/button.js';
import { TextArea } from '../ui/text-area.js';
import { TextField } from '../ui/text-field.js';
import classes from './entries.module.css';
import type { Json } from './leaves.js';
import { dossierWords } from './words.js';

type Entry = string | { [column: string]: Json };

interface EntriesProps {
  label: string;
  description?: string;
  error?: string;
  entries: readonly Entry[];
  columns: readonly string[];
  add?: string;
  onChange: (entries: Entry[]) => void;
}

export function Entries({ label, description, error, entries, columns, add, onChange }: EntriesProps) {
  const isTable = columns.length > 0;
  const change = (index: number, entry: Entry) => onChange(entries.map((each, at) => (at === index ? entry : each)));
  return (
    <div role="group" aria-label={label} className={classes.entries}>
      <p className={classes.label}>{label}</p>
      {description && <p className={classes.description}>{description}</p>}
      {entries.map((entry, index) => (
        <div key={index} className={classes.entry}>
          {isTable ? (
            <Cells {...{ columns, index }} entry={entry} onChange={now => change(index, now)} />
          ) : (
            <TextArea
              label={dossierWords.entry(index + 1)}
              value={String(entry as string)}
              rows={1}
              onChange={text => change(index, text)}
            />
          )}
          <Button
            kind="quiet"
            label={`${dossierWords.takeOut}: ${label}, ${dossierWords.row(index + 1)}`}
            onPress={() => onChange(entries.filter((_, at) => at !== index))}
          >
            {dossierWords.takeOut}
          </Button>
        </div>
      ))}
      {error && <p className={classes.error}>{error}</p>}
      <p>
        <Button onPress={() => onChange([...entries, isTable ? {} : ''])}>
          {add ?? (isTable ? dossierWords.addRow : dossierWords.addEntry)}
        </Button>
      </p>
    </div>
  );
}

interface CellsProps {
  columns: readonly string[];
  entry: Entry;
  index: number;
  onChange: (entry: Entry) => void;
}

/** An entry that was one text goes under the first column. */
function Cells({ columns, entry, index, onChange }: CellsProps) {
  const row = typeof entry === 'string' ? { [columns[0] ?? '']: entry } : entry;
  return (
    <fieldset className={classes.row}>
      <legend>{dossierWords.row(index + 1)}</legend>
      {columns.map(column => (
        <TextField
          key={column}
          label={column.charAt(0).toUpperCase() + column.slice(1)}
          value={textOf(row[column])}
          onChange={text => onChange({ ...row, [column]: text })}
        />
      ))}
    </fieldset>
  );
}

const textOf = (cell: Json | undefined): string =>
  cell === undefined || cell === null ? '' : typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
