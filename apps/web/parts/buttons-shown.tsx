// Buttons, and what they open.
import { Button } from '../ui/button.js';
import { WithDialog } from '../ui/dialog.js';
import { Disclosure } from '../ui/disclosure.js';
import { LinkButton } from '../ui/link-button.js';
import { LiveNote } from '../ui/live-note.js';
import { Menu, MenuButton, MenuLink } from '../ui/menu.js';
import { Section } from '../ui/section.js';
import classes from './parts.module.css';

const nothing = () => undefined;

export const ButtonsShown = () => (
  <Section title="Buttons">
    <p className={classes.row}>
      <Button kind="main">Submit revision 2</Button>
      <Button>Save and leave</Button>
      <LinkButton to="/help">Read more</LinkButton>
      <Button kind="final">Withdraw the proposal</Button>
      <Button kind="quiet">Remove</Button>
      <Button isBusy>Sending</Button>
      <LiveNote>Saved 10:42</LiveNote>
    </p>
    <p>
      <Button why="You drafted revision 3, so that somebody else signs it off.">Sign off</Button>
    </p>
    <Opening />
    <Disclosure title="What a good answer looks like">
      <p>It names the law or the consent, and says for how long.</p>
    </Disclosure>
  </Section>
);

const Opening = () => (
  <div className={classes.row}>
    <WithDialog title="Withdraw the proposal?" button={<Button kind="final">Withdraw …</Button>}>
      {close => (
        <>
          <p>
            Everybody who reviews it is told. What was written stays in the history; the proposal cannot be submitted
            again.
          </p>
          <p className={classes.row}>
            <Button kind="final" onPress={close}>
              Withdraw the proposal
            </Button>
            <Button onPress={close}>Keep it</Button>
          </p>
        </>
      )}
    </WithDialog>
    <Menu label="Export">
      <MenuButton onPress={nothing}>CSV</MenuButton>
      <MenuButton onPress={nothing} isCurrent>
        PDF
      </MenuButton>
      <MenuLink to="/help">About exports</MenuLink>
    </Menu>
  </div>
);
