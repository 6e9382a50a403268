// A person for the directory, and on to their page, where they are given a role.
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useCommand } from '../app/use-command.js';
import { Select } from '../ui/select.js';
import { TextField } from '../ui/text-field.js';
import { FormDialog } from './form-dialog.js';
import { addPerson } from './people.commands.js';
import { organisationsOfDirectory } from './people.query.js';
import { peopleWords } from './people.words.js';

export function AddPerson() {
  const add = useCommand(addPerson);
  const navigate = useNavigate();
  const [{ data }] = useQuery({ query: organisationsOfDirectory });
  const [{ name, organisationId, isTried }, set] = useState(blank);
  const send = async () => {
    set(was => ({ ...was, isTried: true }));
    if (name.trim() === '' || organisationId === null) return undefined;
    const receipt = await add.run({ displayName: name.trim(), organisationId });
    if (receipt?.person) void navigate({ to: '/people/$id', params: { id: receipt.person.id } });
    return receipt;
  };
  return (
    <FormDialog
      button={peopleWords.addPerson}
      kind="main"
      send={peopleWords.add}
      follows={<p>{peopleWords.addPersonFollows}</p>}
      onSend={send}
      onReset={() => set(blank)}
      command={add}
    >
      <TextField
        label={peopleWords.name}
        value={name}
        onChange={next => set(was => ({ ...was, name: next }))}
        error={isTried && name.trim() === '' ? peopleWords.nameMissing : undefined}
        autoComplete="off"
      />
      <Select
        label={peopleWords.organisation}
        options={(data?.organisations ?? []).map(({ id, name: label }) => ({ value: id, label }))}
        value={organisationId}
        onChange={next => set(was => ({ ...was, organisationId: next }))}
        error={isTried && organisationId === null ? peopleWords.organisationMissing : undefined}
      />
    </FormDialog>
  );
}

const blank: { name: string; organisationId: string | null; isTried: boolean } = {
  name: '',
  organisationId: null,
  isTried: false,
};
