// For whoever has no task: what will come to them, and where they may begin meanwhile.
import { Link } from '@tanstack/react-router';
import { useSession } from '../app/session.js';
import { Section } from '../ui/section.js';
import classes from './begin-here.module.css';
import { beginningsOf, whatComes } from './beginnings.js';
import { workWords } from './words.js';

export function BeginHere() {
  const { roles } = useSession();
  return (
    <>
      <Section title={workWords.begin}>
        <ul role="list" className={classes.places}>
          {beginningsOf(roles).map(({ to, label, why }) => (
            <li key={label}>
              <Link to={to}>{label}</Link>
              <p>{why}</p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={workWords.next}>
        {whatComes(roles).map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Section>
    </>
  );
}
