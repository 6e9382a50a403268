// Every address of the app and the screen behind it. A screen is loaded when it is first wanted.
import { createRootRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { dossierSearch } from '../dossier/dossier.search.js';
import { historySearch } from '../history/history.search.js';
import { learningSearch } from '../learning/learning.search.js';
import { myWorkSearch } from '../my-work/my-work.search.js';
import { peopleSearch } from '../people/people.search.js';
import { proposalsSearch } from '../proposals/proposals.search.js';
import { reportsSearch } from '../reports/reports.search.js';
import { reviewSearch } from '../review/review.search.js';
import { decideSearch } from '../paper/decide.search.js';
import { askAhead } from './ask-ahead.js';
import { NothingPage } from './pages.js';
import { patiently } from './patiently.js';
import { frameQuery } from './proposal-frame.query.js';
import { Shell } from './shell.js';
import { viewerQuery } from './viewer.query.js';

const root = createRootRoute();

const parts = createRoute({
  getParentRoute: () => root,
  path: '/parts',
  component: lazyRouteComponent(() => patiently(() => import('../parts/parts.screen.js')), 'PartsScreen'),
});

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  loader: () => askAhead(viewerQuery, {}),
  component: Shell,
});

const myWork = createRoute({
  getParentRoute: () => shell,
  path: '/',
  validateSearch: myWorkSearch,
  component: lazyRouteComponent(() => patiently(() => import('../my-work/my-work.screen.js')), 'MyWorkScreen'),
});

const proposals = createRoute({
  getParentRoute: () => shell,
  path: '/proposals',
  validateSearch: proposalsSearch,
  component: lazyRouteComponent(() => patiently(() => import('../proposals/proposals.screen.js')), 'ProposalsScreen'),
});

const newProposal = createRoute({
  getParentRoute: () => shell,
  path: '/proposals/new',
  component: lazyRouteComponent(
    () => patiently(() => import('../proposals/new-proposal.screen.js')),
    'NewProposalScreen',
  ),
});

const proposal = createRoute({
  getParentRoute: () => shell,
  path: '/proposals/$reference',
  loader: ({ params }) => askAhead(frameQuery, params),
  component: lazyRouteComponent(() => patiently(() => import('./proposal-frame.js')), 'ProposalFrame'),
});

const whereIsIt = createRoute({
  getParentRoute: () => proposal,
  path: '/',
  component: lazyRouteComponent(() => patiently(() => import('../progress/progress.screen.js')), 'ProgressScreen'),
});

const dossier = createRoute({
  getParentRoute: () => proposal,
  path: '/dossier/{-$section}',
  validateSearch: dossierSearch,
  component: lazyRouteComponent(() => patiently(() => import('../dossier/dossier.screen.js')), 'DossierScreen'),
});

const submit = createRoute({
  getParentRoute: () => proposal,
  path: '/submit',
  component: lazyRouteComponent(() => patiently(() => import('../dossier/submit.screen.js')), 'SubmitScreen'),
});

const review = createRoute({
  getParentRoute: () => proposal,
  path: '/review',
  validateSearch: reviewSearch,
  component: lazyRouteComponent(() => patiently(() => import('../review/review.screen.js')), 'ReviewScreen'),
});

const concerns = createRoute({
  getParentRoute: () => proposal,
  path: '/concerns/{-$id}',
  component: lazyRouteComponent(() => patiently(() => import('../review/concerns.screen.js')), 'ConcernsScreen'),
});

const decide = createRoute({
  getParentRoute: () => proposal,
  path: '/decide',
  validateSearch: decideSearch,
  component: lazyRouteComponent(() => patiently(() => import('../paper/decide.screen.js')), 'DecideScreen'),
});

const paper = createRoute({
  getParentRoute: () => proposal,
  path: '/paper',
  component: lazyRouteComponent(() => patiently(() => import('../paper/paper.screen.js')), 'PaperScreen'),
});

const proposalHistory = createRoute({
  getParentRoute: () => proposal,
  path: '/history',
  validateSearch: historySearch,
  component: lazyRouteComponent(
    () => patiently(() => import('../history/proposal-history.screen.js')),
    'ProposalHistoryScreen',
  ),
});

const history = createRoute({
  getParentRoute: () => shell,
  path: '/history',
  validateSearch: historySearch,
  component: lazyRouteComponent(() => patiently(() => import('../history/history.screen.js')), 'HistoryScreen'),
});

const entry = createRoute({
  getParentRoute: () => shell,
  path: '/history/$entryId',
  component: lazyRouteComponent(() => patiently(() => import('../history/entry.screen.js')), 'EntryScreen'),
});

const reports = createRoute({
  getParentRoute: () => shell,
  path: '/reports',
  validateSearch: reportsSearch,
  component: lazyRouteComponent(() => patiently(() => import('../reports/reports.screen.js')), 'ReportsScreen'),
});

const learning = createRoute({
  getParentRoute: () => shell,
  path: '/learning',
  validateSearch: learningSearch,
  component: lazyRouteComponent(() => patiently(() => import('../learning/learning.screen.js')), 'LearningScreen'),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(() => patiently(() => import('../people/people.screen.js')), 'PeopleScreen'),
});

const person = createRoute({
  getParentRoute: () => shell,
  path: '/people/$id',
  component: lazyRouteComponent(() => patiently(() => import('../people/person.screen.js')), 'PersonScreen'),
});

const tokens = createRoute({
  getParentRoute: () => shell,
  path: '/tokens',
  component: lazyRouteComponent(() => patiently(() => import('../people/tokens.screen.js')), 'TokensScreen'),
});

const say = createRoute({
  getParentRoute: () => shell,
  path: '/say/$reference',
  component: lazyRouteComponent(
    () => patiently(() => import('../partner/have-your-say.screen.js')),
    'HaveYourSayScreen',
  ),
});

const help = createRoute({
  getParentRoute: () => shell,
  path: '/help',
  component: lazyRouteComponent(() => patiently(() => import('../help/help.screen.js')), 'HelpScreen'),
});

const accessibility = createRoute({
  getParentRoute: () => shell,
  path: '/accessibility',
  component: lazyRouteComponent(
    () => patiently(() => import('../help/accessibility.screen.js')),
    'AccessibilityScreen',
  ),
});

const nowhere = createRoute({ getParentRoute: () => shell, path: '$', component: NothingPage });

const ofProposal = [whereIsIt, dossier, submit, review, concerns, decide, paper, proposalHistory] as const;
const inShell = [
  ...[myWork, proposals, newProposal, proposal.addChildren(ofProposal)],
  ...[history, entry, reports, learning, people, person, tokens, say, help, accessibility, nowhere],
] as const;

export const routes = root.addChildren([parts, shell.addChildren(inShell)]);
