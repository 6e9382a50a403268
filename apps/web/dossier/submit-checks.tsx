// What a careful reader would ask of the dossier: each question once, with the places that it is asked of.
import { Link } from '@tanstack/react-router';
import { useProposal } from '../app/proposal-frame.js';
import { placeOf } from '../app/proposal-places.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import { checksAlike } from './checks-alike.js';
import { labelOf } from './place-label.js';
import type { Labels } from './submit-changes-shown.js';
import type { Submitting } from './submit.query.js';
import { submitWords } from './submit.words.js';

interface Shown {
  proposal: Submitting;
  labels: Labels;
}

export function Checks({ proposal: { checks }, labels }: Shown) {
  if (checks.length === 0) return null;
  return (
    <Section title={submitWords.checks}>
      <p>{submitWords.checksLead}</p>
      <ul>
        {checksAlike(checks).map(({ message, remedy, places }) => (
          <li key={message + remedy}>
            <Plain text={message} /> <Plain text={remedy} />{' '}
            {places.map((place, index) => (
              <span key={place}>
                {index > 0 && ', '}
                <There place={place} label={labelOf(place, labels.questions, labels.facts)} />
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function There({ place, label }: { place: string; label: string }) {
  const { reference } = useProposal();
  const there = placeOf(reference, place);
  return there ? (
    <Link {...there}>
      <Plain text={label} />
    </Link>
  ) : (
    <Plain text={label} />
  );
}
