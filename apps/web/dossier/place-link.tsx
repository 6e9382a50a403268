// A link to a place of this dossier.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { anchorOf } from '../app/proposal-places.js';
import { useEditing } from './editing.js';
import { sectionFor } from './sections.js';

export function PlaceLink({ place, children }: { place: string; children: ReactNode }) {
  const { reference } = useEditing();
  return (
    <Link
      to="/proposals/$reference/dossier/{-$section}"
      params={{ reference, section: sectionFor(place) }}
      hash={anchorOf(place)}
    >
      {children}
    </Link>
  );
}
