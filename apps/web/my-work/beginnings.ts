// Where somebody begins who has no task yet: by role, the places that are theirs, each with what it is for.
import type { Role } from '../words/roles.js';

export interface Beginning {
  to: '/proposals' | '/proposals/new' | '/history' | '/reports' | '/learning' | '/people' | '/help';
  label: string;
  why: string;
}

const learn: Beginning = {
  to: '/learning',
  label: 'Learn what DPUP asks',
  why: 'Five principles and four guidelines in plain words, a workshop of an hour, and six questions.',
};
const help: Beginning = {
  to: '/help',
  label: 'What you can do here',
  why: 'What each role does, how to read a state, how to object, and what Assent cannot show.',
};
const draft: Beginning = {
  to: '/proposals/new',
  label: 'Begin a proposal',
  why: 'Say what is to be shared, with whom and why. Nobody else sees it as a task before you submit it.',
};
const read: Beginning = {
  to: '/proposals',
  label: 'Read the proposals',
  why: 'Everything that your organisation leads, in whatever state, also where nothing waits for you.',
};

const reviewer = [read, help, learn];
const byRole: Partial<Record<Role, readonly Beginning[]>> = {
  auditor: [
    {
      to: '/history',
      label: 'Read the decision history',
      why: 'Every act, in order, with who, in which role and when.',
    },
    {
      to: '/proposals',
      label: 'See the portfolio as of a date',
      why: 'Choose a day under Filters: every proposal as it stood then.',
    },
    {
      to: '/reports',
      label: 'Read the figures',
      why: 'Times, decisions and concerns of a period, each with its table.',
    },
    { to: '/people', label: 'See who held which role', why: 'On any day, with when it began and ended.' },
    help,
  ],
  administrator: [
    { to: '/people', label: 'People and roles', why: 'Add people and organisations, give roles, end them.' },
    help,
  ],
  analyst: [draft, read, learn, help],
  partner: [
    {
      to: '/proposals',
      label: 'What was shared with you',
      why: 'The proposals to which your organisation is invited.',
    },
    help,
    learn,
  ],
};

export function beginningsOf(roles: readonly Role[]): readonly Beginning[] {
  const all = roles.flatMap(role => byRole[role] ?? reviewer);
  return all.length > 0 ? [...new Map(all.map(each => [each.label, each])).values()] : [learn, help];
}

const comes: Record<Role, string> = {
  analyst: 'Your drafts, and what is returned to you.',
  data_steward: 'The sign-off on purpose of every proposal that is submitted.',
  privacy_officer: 'Sign-offs on proportionality, privacy risk and transparency, and evidence to confirm.',
  security_officer: 'Sign-offs on privacy risk.',
  engagement_lead: 'Concerns to answer, and the sign-off that they were heard and answered.',
  approver: 'Proposals whose sign-offs are given and whose concerns are answered.',
  partner: 'Proposals to which your organisation is invited, and answers to your concerns.',
  auditor: 'Nothing: auditors read all and do nothing, so they have no tasks.',
  administrator: 'Nothing: administrators look after people and roles, and read no proposal.',
};

/** What will be in the list one day, one sentence a role. */
export const whatComes = (roles: readonly Role[]): string[] =>
  roles.length > 0
    ? roles.map(role => comes[role])
    : ['You hold no role at present. An administrator of your organisation can give you one.'];
