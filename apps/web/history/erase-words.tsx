// Where the law asks for it: words of this entry go, the entry stays. Whether this person may, the API judges.
import { useState } from 'react';
import { FoldedAct } from '../app/folded-act.js';
import { useSession } from '../app/session.js';
import { useCommand } from '../app/use-command.js';
import { Checkbox } from '../ui/choice.js';
import { Select } from '../ui/select.js';
import { TextArea } from '../ui/text-area.js';
import { TextField } from '../ui/text-field.js';
import type { WholeEntry } from './entry.query.js';
import { eraseWords } from './erase-words.query.js';
import { eraseWordsWords as words } from './history.words.js';

const ALL = 'all';
const nothing = { path: ALL, authority: '', reason: '', isEverywhere: false };

type Given = typeof nothing;

/** Of a proposal a privacy officer erases, of the directory an administrator. */
export function EraseWords({ entry }: { entry: WholeEntry }) {
  const { has } = useSession();
  const paths = entry.words.filter(({ isErased }) => !isErased).map(({ path }) => path);
  const isTheirs = entry.proposalId === null ? has('administrator') : has('privacy_officer');
  return isTheirs && paths.length > 0 ? <Act entryId={entry.id} paths={paths} /> : null;
}

function Act({ entryId, paths }: { entryId: string; paths: readonly string[] }) {
  const erase = useCommand(eraseWords);
  const [given, setGiven] = useState(nothing);
  const [advice, setAdvice] = useState<readonly string[]>([]);
  const put = (part: Partial<Given>) => setGiven(now => ({ ...now, ...part }));
  const act = async () => {
    const { path, authority, reason, isEverywhere: everywhere } = given;
    const input = { entryId, authority, reason, everywhere, ...(path !== ALL && { paths: [path] }) };
    const receipt = await erase.run(input);
    if (!receipt) return;
    setAdvice(receipt.advice ?? []);
    setGiven(nothing);
  };
  return (
    <FoldedAct
      {...{ title: words.title, what: words.what, button: words.act, done: [words.done, ...advice].join(' ') }}
      why={lacking(given)}
      {...erase}
      onAct={() => void act()}
    >
      <Fields {...{ given, put, paths }} />
    </FoldedAct>
  );
}

interface FieldsOf {
  given: Given;
  put: (part: Partial<Given>) => void;
  paths: readonly string[];
}

const Fields = ({ given, put, paths }: FieldsOf) => (
  <>
    <Select
      label={words.which}
      options={[ALL, ...paths].map(value => ({ value, label: value === ALL || value === '' ? words.all : value }))}
      value={given.path}
      onChange={path => put({ path })}
    />
    <TextField
      label={words.authority}
      description={words.authorityHelp}
      value={given.authority}
      onChange={authority => put({ authority })}
    />
    <TextArea
      label={words.reason}
      description={words.reasonHelp}
      value={given.reason}
      onChange={reason => put({ reason })}
      rows={2}
    />
    <Checkbox isSelected={given.isEverywhere} onChange={isEverywhere => put({ isEverywhere })}>
      {words.everywhere}
    </Checkbox>
  </>
);

function lacking({ authority, reason }: Given): string | undefined {
  if (authority.trim() === '') return words.authorityMissing;
  return reason.trim() === '' ? words.reasonMissing : undefined;
}
