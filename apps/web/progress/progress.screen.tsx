// Where a proposal is: in a sentence, what is next for me, what stands in the way, the chart of its way, and everything at a glance.
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { NothingPage } from '../app/pages.js';
import { useProposal } from '../app/proposal-frame.js';
import { Screen } from '../app/screen.js';
import { useSession } from '../app/session.js';
import type { Scale } from '../ui/risk-rows.js';
import { useConcerns } from '../review/use-concerns.js';
import { Chart } from './chart.js';
import { Concerns } from './concerns.js';
import { Conditions } from './conditions.js';
import { Decided } from './decided.js';
import { Facts } from './facts.js';
import { Held } from './held.js';
import { heldSteps } from './holds.js';
import { LatestEntries } from './latest-entries.js';
import { NextSteps } from './next-steps.js';
import classes from './progress.module.css';
import { progressQuery, type Seen, type SeenEntry } from './progress.query.js';
import { progressWords } from './progress.words.js';
import { Risks } from './risks.js';
import { SignOffs } from './sign-offs.js';
import { standingOf } from './standing.js';
import { Steering } from './steering.js';

export function ProgressScreen() {
  const { id } = useProposal();
  const [query] = useQuery({ query: progressQuery, variables: { id } });
  const concerns = useConcerns(id);
  return (
    <Loaded query={query} isScreen>
      {({ proposal, catalogue, decisionHistory }) =>
        proposal ? (
          <Loaded query={concerns} isScreen>
            {({ items }) => (
              <Shown
                seen={{ ...proposal, concerns: items }}
                scale={catalogue.riskLibrary.scale}
                entries={decisionHistory.edges.map(({ node }) => node)}
              />
            )}
          </Loaded>
        ) : (
          <NothingPage />
        )
      }
    </Loaded>
  );
}

interface Progressing {
  seen: Seen;
  scale: Scale;
  entries: readonly SeenEntry[];
}

function Shown({ seen, scale, entries }: Progressing) {
  // A partner is told neither sign-offs nor what holds them.
  const isPartial = useSession().has('partner');
  const steps = heldSteps(seen.progress);
  const blockers = steps.flatMap(({ holds }) => holds);
  const lead = standingOf({ state: seen.state, blockers, conditions: seen.conditions, isPartial });
  return (
    <Screen title={progressWords.title} lead={lead}>
      <div className={classes.first}>
        <div className={classes.stack}>
          <NextSteps seen={seen} />
          {seen.decision && <Decided decision={seen.decision} state={seen.state} />}
          <Held seen={seen} steps={steps} isPartial={isPartial} />
          <Steering seen={seen} />
        </div>
        <Facts seen={seen} />
      </div>
      {seen.progress.nodes.length > 1 && <Chart progress={seen.progress} />}
      <Around seen={seen} entries={entries} isPartial={isPartial} />
      {!isPartial && <Risks risks={seen.dossier.risks} scale={scale} />}
    </Screen>
  );
}

/** In two columns that the browser makes about as long as each other, whatever there is most of. */
const Around = ({ seen, entries, isPartial }: Pick<Progressing, 'seen' | 'entries'> & { isPartial: boolean }) => (
  <div className={classes.columns}>
    {!isPartial && <SignOffs signOffs={seen.signOffs} holdings={seen.holdings} />}
    <Conditions conditions={seen.conditions} commands={seen.availableCommands} />
    <Concerns concerns={seen.concerns} decision={seen.decision} holdings={seen.holdings} />
    <LatestEntries entries={entries} />
  </div>
);
