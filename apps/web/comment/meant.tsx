// Something that a link may lead to before it is there: once it is, it is brought to the eye and takes the focus.
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';

interface MeantProps {
  /** What the address names after its hash. */
  id: string;
  className?: string | undefined;
  children: ReactNode;
}

export function Meant({ id, className, children }: MeantProps) {
  const isMeant = useRouterState({ select: ({ location }) => location.hash === id });
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isMeant) return;
    place.current?.scrollIntoView({ block: 'center' });
    place.current?.focus({ preventScroll: true });
  }, [isMeant]);
  return (
    <div ref={place} id={id} className={className} tabIndex={isMeant ? -1 : undefined}>
      {children}
    </div>
  );
}
