// A paragraph that must be seen: with a title, an edge in the hue of its tone, and the tone’s shape.
import type { ReactNode } from 'react';
import type { Tone } from '../words/states.js';
import classes from './note.module.css';
import { Shape } from './status-mark.js';

interface Noted {
  tone?: Tone;
  title?: string;
  children: ReactNode;
}

export const Note = ({ tone = 'plain', title, children }: Noted) => (
  <div className={classes.note} data-tone={tone}>
    <Shape tone={tone} />
    <div className={classes.body}>
      {title && <strong>{title}</strong>}
      {children}
    </div>
  </div>
);
