// Where the proof is: the entry of the decision, its hash, and the checkpoint that it is under.
import { DataList } from '../ui/data-list.js';
import { DateText } from '../ui/date-text.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { acknowledgements } from '../words/states.js';
import type { PaperData } from './paper.query.js';
import classes from './paper.module.css';
import { paperWords } from './paper.words.js';

interface Proven {
  entry: PaperData['decisionHistory']['edges'][number]['node'] | undefined;
  checkpoint: PaperData['checkpoint'];
}

export function ProofPart({ entry, checkpoint }: Proven) {
  if (!entry) {
    return (
      <Section title={paperWords.proof}>
        <p>{paperWords.noProof}</p>
      </Section>
    );
  }
  const address = `${location.origin}/history/${entry.id}`;
  return (
    <Section title={paperWords.proof}>
      <p>{paperWords.proofNote}</p>
      <DataList
        data={[
          [paperWords.entry, <Address key="entry" to={address} />],
          [paperWords.hash, <Code key="hash" text={entry.hash} />],
          [paperWords.place, entry.index === null ? paperWords.noPlace : String(entry.index)],
          [paperWords.held, <StatusMark key="held" state={acknowledgements[entry.acknowledgement]} />],
          [paperWords.checkpoint, checkpoint && <Checkpoint key="checkpoint" checkpoint={checkpoint} />],
          [paperWords.root, checkpoint && <Code key="root" text={checkpoint.root} />],
        ]}
      />
    </Section>
  );
}

const Address = ({ to }: { to: string }) => (
  <a href={new URL(to).pathname} className={classes.code}>
    {to}
  </a>
);

const Code = ({ text }: { text: string }) => <code className={classes.code}>{text}</code>;

const Checkpoint = ({ checkpoint }: { checkpoint: NonNullable<PaperData['checkpoint']> }) => (
  <>
    {paperWords.checkpointOf(checkpoint.origin, checkpoint.size)}, <DateText at={checkpoint.signedAt} withTime />
  </>
);
