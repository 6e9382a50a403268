// A section of a screen: a rule, a heading with its anchor, what can be done with it, the content.
import { useId, type ReactNode } from 'react';
import classes from './section.module.css';

interface SectionProps {
  title: ReactNode;
  /** The id of its heading, where something leads there. */
  id?: string;
  actions?: ReactNode;
  children: ReactNode;
}

export function Section({ title, id, actions, children }: SectionProps) {
  const own = useId();
  return (
    <section aria-labelledby={id ?? own} className={classes.section}>
      <SectionHeading id={id ?? own} actions={actions}>
        {title}
      </SectionHeading>
      {children}
    </section>
  );
}

export const SectionHeading = ({
  id,
  actions,
  children,
}: {
  id?: string;
  actions?: ReactNode;
  children: ReactNode;
}) => (
  <div className={classes.head}>
    <h2 id={id} tabIndex={-1}>
      {children}
    </h2>
    {actions && <div className={classes.actions}>{actions}</div>}
  </div>
);
