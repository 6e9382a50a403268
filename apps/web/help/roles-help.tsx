// The roles and what each does, one’s own marked.
import { useSession } from '../app/session.js';
import { Section } from '../ui/section.js';
import { roleDeeds } from '../words/role-deeds.js';
import { roleWords, type Role } from '../words/roles.js';
import classes from './help.module.css';
import { helpWords } from './help.words.js';

const roles = Object.keys(roleWords) as Role[];

export function RolesHelp() {
  const session = useSession();
  return (
    <Section title={helpWords.roles} id="roles">
      <p>{helpWords.rolesLead}</p>
      <dl className={classes.roles}>
        {roles.map(role => (
          <div key={role}>
            <dt>
              {roleWords[role]} {session.has(role) && <small className={classes.mine}>{helpWords.yours}</small>}
            </dt>
            <dd>{roleDeeds[role].join(' ')}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
