// A link that looks like a button: it leads somewhere and does nothing else. Takes what the router’s Link takes.
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';
import type { ButtonKind } from './button.js';
import classes from './button.module.css';

interface Looks extends AnchorHTMLAttributes<HTMLAnchorElement> {
  kind?: Exclude<ButtonKind, 'final'>;
  ref?: Ref<HTMLAnchorElement>;
}

export const LinkButton = createLink(({ kind = 'plain', ...anchor }: Looks) => (
  <a {...anchor} className={classes.button} data-kind={kind} />
));
