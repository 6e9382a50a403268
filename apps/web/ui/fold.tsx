// A part of a page below a heading that opens and folds it, where the page knows which parts are open. What can be found in the page, and
// printed, is there all along.
import type { ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import classes from './fold.module.css';

interface FoldProps {
  title: ReactNode;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  /** Of its heading; 2 unless given. */
  level?: 2 | 3;
  /** The id of its heading, where something leads there. */
  id?: string;
  /** Beside the heading while it is open. */
  actions?: ReactNode;
  /** In place of the content while it is folded: what matters of it. */
  line?: ReactNode;
  children: ReactNode;
}

export const Fold = ({ title, isOpen, onOpen, level = 2, id, actions, line, children }: FoldProps) => (
  <Disclosure isExpanded={isOpen} onExpandedChange={onOpen} className={classes.fold}>
    <div className={classes.head}>
      <Heading level={level} id={id} className={classes.heading}>
        <Button slot="trigger" className={classes.trigger}>
          <span>{title}</span>
        </Button>
      </Heading>
      {isOpen && actions}
    </div>
    {!isOpen && line && <div className={classes.line}>{line}</div>}
    <DisclosurePanel className={classes.panel}>{children}</DisclosurePanel>
  </Disclosure>
);
