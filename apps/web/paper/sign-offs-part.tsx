// Who signed what, on which revision, with which reasons; that one is stale or was withdrawn is told with it.
import { PersonRef } from '../ui/person-ref.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { Table } from '../ui/table.js';
import { summaryOf } from '../review/checklist-summary.js';
import { sectionNames } from '../words/places.js';
import { findings, standingOf } from '../words/states.js';
import type { Paper } from './paper.query.js';
import classes from './paper.module.css';
import { paperWords } from './paper.words.js';
import { dayOf } from './people-affected.js';

type SignOff = Paper['signOffs'][number];

export function SignOffsPart({ paper: { signOffs } }: { paper: Paper }) {
  if (signOffs.length === 0) return null;
  return (
    <Section title={paperWords.signOffs}>
      <Table
        caption={paperWords.signOffsCaption}
        rows={signOffs}
        keyOf={({ key }) => key}
        columns={[
          { key: 'title', heading: paperWords.signOff, cell: ({ title }) => <Plain text={title} /> },
          {
            ...{ key: 'found', heading: paperWords.found },
            cell: found,
          },
          { key: 'by', heading: paperWords.signer, cell: signer },
          { key: 'today', heading: paperWords.stands, cell: standing },
          {
            ...{ key: 'why', heading: paperWords.rationale },
            cell: ({ rationale }) =>
              rationale && (
                <q className={classes.words}>
                  <Plain text={rationale} />
                </q>
              ),
          },
        ]}
      />
    </Section>
  );
}

const found = ({ finding, checklist }: SignOff) =>
  finding ? (
    <>
      <StatusMark state={findings[finding]} />
      {checklist && <small className={classes.line}>{summaryOf(checklist)}</small>}
    </>
  ) : (
    paperWords.notGiven
  );

const signer = ({ by, at, onRevision }: SignOff) =>
  by && (
    <>
      <PersonRef person={by} />, {paperWords.onRevision(onRevision ?? 1, at ? dayOf(at) : '')}
    </>
  );

function standing({ status, finding, staleBecause, history }: SignOff) {
  const detail = status === 'STALE' ? paperWords.staleWhy(sectionNames(staleBecause)) : undefined;
  return (
    <>
      <StatusMark state={standingOf(status, finding)} detail={detail} />
      {history.length > 1 && <small className={classes.line}>{paperWords.earlier(history.length - 1)}</small>}
    </>
  );
}
