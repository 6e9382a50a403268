// More of the same, folded away: guidance, details, the left column on a narrow page. Open in print.
import type { ReactNode } from 'react';
import { Button, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components';
import classes from './disclosure.module.css';

interface Folded {
  title: ReactNode;
  children: ReactNode;
  isOpen?: boolean;
  /** Of its heading; 3 unless given. */
  level?: 2 | 3 | 4;
}

export const Disclosure = ({ title, children, isOpen = false, level = 3 }: Folded) => (
  <AriaDisclosure className={classes.disclosure} defaultExpanded={isOpen}>
    <Heading level={level} className={classes.heading}>
      <Button slot="trigger" className={classes.button}>
        {title}
      </Button>
    </Heading>
    <DisclosurePanel className={classes.panel}>{children}</DisclosurePanel>
  </AriaDisclosure>
);
