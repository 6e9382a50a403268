// What stands around every screen of one proposal: what it is and how it stands, and the way to its parts. The screens below know the
// proposal by `useProposal()` and ask for the rest themselves.
import { getRouteApi, Link, Outlet } from '@tanstack/react-router';
import { createContext, use } from 'react';
import { useQuery } from 'urql';
import type { ResultOf } from '../gql/graphql.js';
import { Breadcrumb } from '../ui/breadcrumb.js';
import { Tag } from '../ui/filters.js';
import { Plain } from '../ui/plain.js';
import { StatusMark } from '../ui/status-mark.js';
import { TabLinks } from '../ui/tab-links.js';
import { proposalStates, tiers } from '../words/states.js';
import { useFollowed } from './live-followed.js';
import { Loaded } from './loaded.js';
import { NothingPage } from './pages.js';
import classes from './proposal-frame.module.css';
import { frameQuery } from './proposal-frame.query.js';
import { frameWords } from './proposal-frame.words.js';
import { useSession } from './session.js';
import { appWords } from './words.js';

export type FramedProposal = NonNullable<ResultOf<typeof frameQuery>['proposalByReference']>;

const ProposalContext = createContext<FramedProposal | undefined>(undefined);

/** The proposal of this address. Only below ProposalFrame. */
export function useProposal(): FramedProposal {
  const proposal = use(ProposalContext);
  if (!proposal) throw new Error('useProposal is called outside of ProposalFrame.');
  return proposal;
}

export function ProposalFrame() {
  const { reference } = getRouteApi('/shell/proposals/$reference').useParams();
  const [query] = useQuery({ query: frameQuery, variables: { reference } });
  return (
    <Loaded query={query} isScreen>
      {({ proposalByReference: found }) => (found ? <Framed proposal={found} /> : <NothingPage />)}
    </Loaded>
  );
}

function Framed({ proposal }: { proposal: FramedProposal }) {
  useFollowed(proposal.id);
  return (
    <ProposalContext value={proposal}>
      <div className={classes.frame}>
        <div className={classes.what}>
          <Breadcrumb here={proposal.reference}>
            <Link to="/proposals">{appWords.proposals}</Link>
          </Breadcrumb>
          <p className={classes.title}>
            <Plain text={proposal.title} />
          </p>
          <p className={classes.facts}>
            <StatusMark state={proposalStates[proposal.state]} />
            <Tag>{tiers[proposal.tier]}</Tag>
            <Tag>{frameWords.revision(proposal.revision)}</Tag>
          </p>
        </div>
        <Parts reference={proposal.reference} />
        <Outlet />
      </div>
    </ProposalContext>
  );
}

/** Partners read on one page what is shared with them; what the others work in would be all but empty for them. */
const Parts = ({ reference }: { reference: string }) => {
  const isPartner = useSession().has('partner');
  return (
    <TabLinks label={appWords.inThisProposal}>
      <Link to="/proposals/$reference" params={{ reference }} activeOptions={{ exact: true }}>
        {frameWords.whereIsIt}
      </Link>
      {isPartner ? (
        <Link to="/say/$reference" params={{ reference }}>
          {frameWords.haveYourSay}
        </Link>
      ) : (
        <WorkingParts reference={reference} />
      )}
      <Link to="/proposals/$reference/concerns/{-$id}" params={{ reference }}>
        {frameWords.concerns}
      </Link>
      {!isPartner && (
        <Link to="/proposals/$reference/paper" params={{ reference }}>
          {frameWords.paper}
        </Link>
      )}
      <Link to="/proposals/$reference/history" params={{ reference }}>
        {frameWords.history}
      </Link>
    </TabLinks>
  );
};

const WorkingParts = ({ reference }: { reference: string }) => (
  <>
    <Link to="/proposals/$reference/dossier/{-$section}" params={{ reference }}>
      {frameWords.dossier}
    </Link>
    <Link to="/proposals/$reference/review" params={{ reference }}>
      {frameWords.review}
    </Link>
  </>
);
