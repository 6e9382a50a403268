// The decision paper: what is asked, what was said, what was decided, and where the proof is. For reading, printing and filing.
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { NothingPage } from '../app/pages.js';
import { useProposal } from '../app/proposal-frame.js';
import { Screen } from '../app/screen.js';
import { useConcerns } from '../review/use-concerns.js';
import { Button } from '../ui/button.js';
import { FileLink } from '../ui/file-link.js';
import { Plain } from '../ui/plain.js';
import { DecisionPart } from './decision-part.js';
import { FactsPart } from './facts-part.js';
import classes from './paper.module.css';
import { paperQuery, type Paper, type PaperData } from './paper.query.js';
import { paperWords } from './paper.words.js';
import { PlanPart } from './plan-part.js';
import { ProofPart } from './proof-part.js';
import { SaidPart } from './said-part.js';
import { SignOffsPart } from './sign-offs-part.js';
import { VoicesPart } from './voices-part.js';
import { WeighedPart } from './weighed-part.js';

export function PaperScreen() {
  const { id } = useProposal();
  const [query] = useQuery({ query: paperQuery, variables: { id } });
  const concerns = useConcerns(id);
  useReady([query, concerns].every(({ data, fetching }) => data !== undefined && !fetching));
  return (
    <Loaded query={query} isScreen>
      {data =>
        data.proposal ? (
          <Loaded query={concerns} isScreen>
            {({ items, hasMore }) => (
              <Shown paper={{ ...data.proposal!, concerns: items, hasMoreConcerns: hasMore }} data={data} />
            )}
          </Loaded>
        ) : (
          <NothingPage />
        )
      }
    </Loaded>
  );
}

/** Says to whoever prints the page that it is whole: apps/api/paper waits for it. */
function useReady(isWhole: boolean): void {
  useEffect(() => {
    if (!isWhole) return;
    // After the next picture: what React has just made is laid out then.
    const frame = requestAnimationFrame(() => (document.documentElement.dataset['ready'] = ''));
    return () => {
      cancelAnimationFrame(frame);
      delete document.documentElement.dataset['ready'];
    };
  }, [isWhole]);
}

const Shown = ({ paper, data }: { paper: Paper; data: PaperData }) => (
  <Screen
    title={paperWords.title}
    over={`${paper.reference}, ${paper.leadOrganisation.name}`}
    lead={<Plain text={paper.title} />}
    actions={<Actions reference={paper.reference} />}
  >
    <div className={classes.paper}>
      <FactsPart paper={paper} />
      <PlanPart paper={paper} facts={data.catalogue.facts} />
      <WeighedPart paper={paper} bands={data.catalogue.riskLibrary.scale.bands} />
      <SignOffsPart paper={paper} />
      <SaidPart paper={paper} />
      <DecisionPart paper={paper} />
      <ProofPart entry={data.decisionHistory.edges[0]?.node} checkpoint={data.checkpoint} />
      <VoicesPart paper={paper} />
    </div>
  </Screen>
);

const Actions = ({ reference }: { reference: string }) => (
  <>
    <FileLink href={`/proposals/${reference}/paper.pdf`}>{paperWords.pdf}</FileLink>
    <Button onPress={() => print()}>{paperWords.print}</Button>
  </>
);
