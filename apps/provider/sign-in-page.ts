// Who are you? The people of the demonstration by organisation, each a button: no password, as there is nobody to keep out.
import { roles } from '#governance';
import { html, page, type Page } from '#pages';
import type { DemonstrationPerson } from './people.js';

/** `action` takes the choice; `client` is the origin to which it leads. */
export function signInPage(people: readonly DemonstrationPerson[], action: string, client: string): Page {
  const groups = [...Map.groupBy(people, ({ organisation }) => organisation)];
  const body = html`<p>
      This is the demonstration of Assent. Choose the person to sign in as: each sees what their roles let them see.
    </p>
    ${people.length === 0 ? nobody : ''}
    <form method="post" action="${action}">${groups.map(([name, members]) => group(name, members))}</form>`;
  return page({ title: 'Who are you?', body }, [client]);
}

const nobody = html`<p>
  There is nobody to choose from: the demonstration is not loaded. Start Assent with <code>ASSENT_DEMO=1</code> and an
  empty database.
</p>`;

const group = (name: string, members: readonly DemonstrationPerson[]) =>
  html`<section>
    <h2>${name}</h2>
    <ul>
      ${members.map(member)}
    </ul>
  </section>`;

const member = ({ persona, name, roles: held }: DemonstrationPerson) =>
  html`<li>
    <button name="person" value="${persona}">${name}<span>${held.map(role => roles[role]).join(', ')}</span></button>
  </li>`;

export const gonePage = (): Page =>
  page({
    title: 'This sign-in is over',
    body: html`<p>It was finished, or it began more than ten minutes ago. Go back to Assent and sign in again.</p>`,
  });
