// The review: what changed, what was asked and answered, what people say about it, and the sign-offs beside it.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { useProposal } from '../app/proposal-frame.js';
import { Screen } from '../app/screen.js';
import { TabLinks } from '../ui/tab-links.js';
import { ChangesView } from './changes-view.js';
import { QuestionsView } from './questions-view.js';
import { useReview, WithReview } from './review-context.js';
import classes from './review.module.css';
import { reviewQuery } from './review.query.js';
import type { ReviewView } from './review.search.js';
import { SaidView } from './said-view.js';
import { SignAct, useIsGivingAgain } from './sign-act.js';
import { SignOffs } from './sign-offs.js';
import { useConcerns } from './use-concerns.js';
import { reviewWords } from './words.js';

const route = getRouteApi('/shell/proposals/$reference/review');

export function ReviewScreen() {
  const { id } = useProposal();
  const [query] = useQuery({ query: reviewQuery, variables: { id } });
  const concerns = useConcerns(id);
  return (
    <Screen title={reviewWords.title} lead={reviewWords.lead}>
      <Loaded query={query}>
        {({ proposal, catalogue }) =>
          proposal && (
            <Loaded query={concerns}>
              {({ items }) => (
                <WithReview key={id} proposal={proposal} facts={catalogue.facts} concerns={items}>
                  <Parts />
                </WithReview>
              )}
            </Loaded>
          )
        }
      </Loaded>
    </Screen>
  );
}

const Parts = () => (
  <div className={classes.review}>
    <div className={classes.main}>
      <SignAct />
      <Views />
    </div>
    <SignOffs />
  </div>
);

const views: Record<ReviewView, () => React.ReactNode> = {
  changes: ChangesView,
  questions: QuestionsView,
  said: SaidView,
};

function Views() {
  const { view = 'changes' } = route.useSearch();
  const { said } = useReview();
  const View = views[view];
  if (useIsGivingAgain()) return null;
  return (
    <div className={classes.views}>
      <TabLinks label={reviewWords.views}>
        <ViewLink to="changes" view={view} label={reviewWords.changes} />
        <ViewLink to="questions" view={view} label={reviewWords.questions} />
        <ViewLink to="said" view={view} label={reviewWords.said(said.length)} />
      </TabLinks>
      <div className={classes.view}>
        <h2 className="unseen">{view === 'said' ? reviewWords.said(said.length) : reviewWords[view]}</h2>
        <View />
      </div>
    </div>
  );
}

const ViewLink = ({ to, view, label }: { to: ReviewView; view: ReviewView; label: string }) => (
  <Link
    from="/proposals/$reference/review"
    to="."
    search={now => ({ ...now, view: to })}
    resetScroll={false}
    aria-current={to === view ? 'page' : undefined}
  >
    {label}
  </Link>
);
