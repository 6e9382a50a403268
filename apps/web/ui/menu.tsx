// A button that opens a short list of things to do or places to go. Plain links and buttons in a popover: no menu roles to learn.
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import {
  Button,
  Dialog,
  DialogTrigger,
  OverlayTriggerStateContext,
  Popover,
  type PressEvent,
} from 'react-aria-components';
import { use } from 'react';
import button from './button.module.css';
import classes from './menu.module.css';

interface MenuProps {
  label: string;
  /** Shown on the button instead of its label. */
  face?: ReactNode;
  /** Among others in a row, such as the header: without an edge. */
  isQuiet?: boolean;
  children: ReactNode;
}

export const Menu = ({ label, face = label, isQuiet = false, children }: MenuProps) => (
  <DialogTrigger>
    <Button className={button.button} data-kind={isQuiet ? 'quiet' : 'plain'} aria-label={label}>
      <span className={classes.face}>{face}</span>
      <span aria-hidden="true">▾</span>
    </Button>
    <Popover className={classes.popover} placement="bottom end">
      <Dialog className={classes.menu} aria-label={label}>
        {children}
      </Dialog>
    </Popover>
  </DialogTrigger>
);

interface Anchor extends AnchorHTMLAttributes<HTMLAnchorElement> {
  ref?: Ref<HTMLAnchorElement>;
}

const ClosingLink = ({ onClick, ...anchor }: Anchor) => {
  const state = use(OverlayTriggerStateContext);
  return (
    <a
      {...anchor}
      className={classes.item}
      onClick={event => {
        onClick?.(event);
        state?.close();
      }}
    />
  );
};

export const MenuLink = createLink(ClosingLink);

interface MenuButtonProps {
  children: ReactNode;
  onPress: (event: PressEvent) => void;
  /** One of several, and this is the one in force. */
  isCurrent?: boolean;
}

export const MenuButton = ({ children, onPress, isCurrent }: MenuButtonProps) => {
  const state = use(OverlayTriggerStateContext);
  const press = (event: PressEvent) => {
    onPress(event);
    state?.close();
  };
  return (
    <Button className={classes.item} aria-pressed={isCurrent} onPress={press}>
      {children}
    </Button>
  );
};
