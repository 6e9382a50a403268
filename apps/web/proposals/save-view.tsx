// What makes a view one’s own: its name in this browser, its address for others, and the way to forget it.
import { useState } from 'react';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { LiveNote } from '../ui/live-note.js';
import { Menu, MenuButton } from '../ui/menu.js';
import { TextField } from '../ui/text-field.js';
import { listWords } from './proposals.words.js';
import { addressOf, withoutView, withView } from './saved-views.js';
import { useProposalsSearch } from './use-proposals-search.js';
import { useSavedViews } from './use-saved-views.js';

export function SaveView() {
  const { views, keep } = useSavedViews();
  const [isNaming, setNaming] = useState(false);
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(location.href).then(
      () => setSaid(listWords.copied),
      () => setSaid(listWords.notCopied),
    );
  return (
    <>
      <Menu label={listWords.saved}>
        <MenuButton onPress={() => setNaming(true)}>{listWords.save}</MenuButton>
        <MenuButton onPress={() => void copy()}>{listWords.copy}</MenuButton>
        {views.map(({ name }) => (
          <MenuButton key={name} onPress={() => keep(withoutView(views, name))}>
            {listWords.forget(name)}
          </MenuButton>
        ))}
      </Menu>
      <LiveNote>{said}</LiveNote>
      <Dialog title={listWords.save} isOpen={isNaming} onOpenChange={setNaming}>
        {close => <NameIt onDone={close} />}
      </Dialog>
    </>
  );
}

function NameIt({ onDone }: { onDone: () => void }) {
  const { search } = useProposalsSearch();
  const { views, keep } = useSavedViews();
  const [name, setName] = useState('');
  const save = (): void => {
    if (name.trim() === '') return;
    keep(withView(views, { name: name.trim(), address: addressOf(search) }));
    onDone();
  };
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        save();
      }}
    >
      <TextField label={listWords.name} description={listWords.saveHelp} value={name} onChange={setName} />
      <p>
        <Button kind="main" type="submit">
          {listWords.keep}
        </Button>
      </p>
    </form>
  );
}
