// An organisation for the directory.
import { useState } from 'react';
import { useCommand } from '../app/use-command.js';
import type { Of } from '../gql/graphql.js';
import { LiveNote } from '../ui/live-note.js';
import { Select } from '../ui/select.js';
import { TextField } from '../ui/text-field.js';
import { organisationKinds } from '../words/states.js';
import { FormDialog } from './form-dialog.js';
import { addOrganisation } from './people.commands.js';
import { peopleWords } from './people.words.js';

type Kind = Of<'OrganisationKind'>;

const kinds = (Object.keys(organisationKinds) as Kind[]).map(value => ({ value, label: organisationKinds[value] }));

export function AddOrganisation() {
  const add = useCommand(addOrganisation);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('NGO');
  const [isTried, setTried] = useState(false);
  const [added, setAdded] = useState('');
  const send = async () => {
    setTried(true);
    if (name.trim() === '') return undefined;
    const receipt = await add.run({ name: name.trim(), kind });
    if (receipt?.organisation) setAdded(peopleWords.added(receipt.organisation.name));
    return receipt;
  };
  const reset = (): void => {
    setName('');
    setTried(false);
  };
  return (
    <>
      <LiveNote>{added}</LiveNote>
      <FormDialog
        button={peopleWords.addOrganisation}
        send={peopleWords.add}
        follows={<p>{peopleWords.addOrganisationFollows}</p>}
        onSend={send}
        onReset={reset}
        command={add}
      >
        <TextField
          label={peopleWords.name}
          value={name}
          onChange={setName}
          error={isTried && name.trim() === '' ? peopleWords.nameMissing : undefined}
          autoComplete="off"
        />
        <Select label={peopleWords.kind} options={kinds} value={kind} onChange={setKind} />
      </FormDialog>
    </>
  );
}
