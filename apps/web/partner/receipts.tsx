// A receipt for each thing that one has said: a file that proves it, to keep.
import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { Loaded } from '../app/loaded.js';
import { useSession } from '../app/session.js';
import { useNaming } from '../history/naming.js';
import { saveFile } from '../history/save-file.js';
import { sentenceOf } from '../history/sentence-of.js';
import { Button } from '../ui/button.js';
import { DateText } from '../ui/date-text.js';
import { LiveNote } from '../ui/live-note.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import { receiptQuery, saidQuery } from './say.query.js';
import { sayWords } from './say.words.js';
import classes from './say.module.css';

export function Receipts({ proposalId }: { proposalId: string }) {
  const { person } = useSession();
  const [query] = useQuery({ query: saidQuery, variables: { id: proposalId, me: person.id } });
  const named = useNaming([]);
  return (
    <Section title={sayWords.receipts} id="receipts">
      <p>{sayWords.receiptsNote}</p>
      <Loaded query={query}>
        {({ decisionHistory: { edges } }) =>
          edges.length === 0 ? (
            <p className={classes.soft}>{sayWords.noReceipts}</p>
          ) : (
            <ul role="list" className={classes.list}>
              {edges.map(({ node }) => (
                <li key={node.id} className={classes.receipt}>
                  <span>
                    <DateText at={node.at} withTime />: {sayWords.you} <Plain text={sentenceOf(node, named).did} />.
                  </span>
                  <Download entryId={node.id} label={`${sayWords.receipt}: ${sentenceOf(node, named).did}`} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function Download({ entryId, label }: { entryId: string; label: string }) {
  const client = useClient();
  const [said, setSaid] = useState('');
  const download = async () => {
    const { data } = await client.query(receiptQuery, { entryId }, { requestPolicy: 'network-only' }).toPromise();
    const receipt = data?.receipt;
    if (!receipt?.text) return setSaid(receipt ? sayWords.receiptLater : sayWords.receiptNone);
    setSaid('');
    saveFile(receipt.fileName, receipt.text);
  };
  return (
    <span className={classes.send}>
      <Button label={label} onPress={() => void download()}>
        {sayWords.receipt}
      </Button>
      <LiveNote>{said}</LiveNote>
    </span>
  );
}
