// What reviewers do: from their work to the act, what is in the way, the finding with its reasons.
import type { Page } from 'playwright-core';
import { arrives, button, choose, follow, link, open, press, sees, write } from './hands.js';

export async function goToTask(page: Page, task: string): Promise<void> {
  await open(page, '/');
  await link(page, new RegExp(`^${task}`))
    .first()
    .click();
}

interface SignOff {
  title: string;
  finding: 'Met' | 'Not met';
  rationale: string;
}

const send = async (page: Page, { title, finding, rationale }: SignOff): Promise<void> => {
  await choose(page, 'What did you find?', finding);
  await write(page, 'Rationale', rationale);
  await press(page, `Sign off “${title}”`);
};

export async function signOff(page: Page, given: SignOff): Promise<void> {
  await send(page, given);
  await button(page, `Sign off “${given.title}”`).waitFor({ state: 'detached' });
}

/** Answers everything that is said beside the button to stand in the way. */
export async function tryToSignOff(page: Page, given: SignOff): Promise<string> {
  await send(page, given);
  const told = page.getByRole('alert').filter({ hasText: 'Not yet.' });
  await told.waitFor();
  return told.innerText();
}

export async function answerConcern(page: Page, disposition: string, words: string): Promise<void> {
  await choose(page, 'What do you do with it?', disposition);
  await write(page, 'Your answer', words);
  await press(page, 'Send the answer');
  await sees(page, 'Waiting for the raiser to say whether the answer is accepted.');
}

/** To the review of a proposal, from anywhere in it. */
export async function goToReview(page: Page): Promise<void> {
  await follow(page, 'Review');
  await arrives(page, 'Review');
}

export async function invitePartner(page: Page, organisation: string): Promise<void> {
  await press(page, 'Invite partners …');
  const whom = page.getByRole('group', { name: 'Organisations to invite' });
  await whom.getByText(organisation, { exact: true }).click();
  await press(page, 'Invite them');
  await whom.getByText(organisation, { exact: true }).waitFor({ state: 'detached' });
}
