// One entry of the ledger: what was done, what it says, whether it is what was recorded, and how to keep that.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { NothingPage } from '../app/pages.js';
import { Screen } from '../app/screen.js';
import { Disclosure } from '../ui/disclosure.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import { entryQuery, type WholeEntry } from './entry.query.js';
import { EraseWords } from './erase-words.js';
import { EntryFacts, EntryPlace } from './entry-facts.js';
import { entryTypeName } from './entry.words.js';
import { historyWords, entryWords } from './history.words.js';
import { Keep } from './keep.js';
import { useNaming } from './naming.js';
import { Payload } from './payload.js';
import { treeOf } from './payload-tree.js';
import classes from './history.module.css';
import { ProofPanel } from './proof/proof-panel.js';
import { Said } from './said.js';

export function EntryScreen() {
  const { entryId } = getRouteApi('/shell/history/$entryId').useParams();
  const [query] = useQuery({ query: entryQuery, variables: { id: entryId } });
  return (
    <Loaded query={query} isScreen>
      {({ node }) => (node?.__typename === 'LedgerEntry' ? <Entry entry={node} /> : <NothingPage />)}
    </Loaded>
  );
}

function Entry({ entry }: { entry: WholeEntry }) {
  const named = useNaming([entry]);
  return (
    <Screen
      title={entryTypeName(entry.type)}
      over={<Link to="/history">{historyWords.title}</Link>}
      lead={<Said entry={entry} named={named} />}
    >
      <EntryFacts entry={entry} />
      <Says entry={entry} />
      <EraseWords entry={entry} />
      <ProofPanel entry={entry} />
      <Keep entry={entry} />
      <EntryPlace entry={entry} />
    </Screen>
  );
}

function Says({ entry: { payload, words } }: { entry: WholeEntry }) {
  const branches = treeOf(payload, words);
  return (
    <Section title={entryWords.says}>
      {branches.length > 0 ? <Payload branches={branches} /> : <p>{entryWords.saysNothing}</p>}
      <Disclosure title={entryWords.exactly}>
        <pre className={classes.exact} tabIndex={0} aria-label={entryWords.exactly}>
          <Plain text={JSON.stringify(payload, undefined, 2)} />
        </pre>
      </Disclosure>
    </Section>
  );
}
