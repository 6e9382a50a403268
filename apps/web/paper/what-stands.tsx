// What stands for a proposal and against it: what the reviewers found, conditions, concerns with their answers, risks, other ways.
import { Link } from '@tanstack/react-router';
import { useProposal } from '../app/proposal-frame.js';
import { DateText } from '../ui/date-text.js';
import { EmptyState } from '../ui/empty-state.js';
import { Tag } from '../ui/filters.js';
import { PersonRef } from '../ui/person-ref.js';
import { Plain } from '../ui/plain.js';
import { Quote } from '../ui/quote.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { Table, type Column } from '../ui/table.js';
import { concernStates, dispositions, findings, severities, standingOf } from '../words/states.js';
import { weightOf } from '../review/concern-acts.js';
import { namesOf, placeName, type Names } from '../review/place-names.js';
import { ChecklistShown } from '../review/checklist-shown.js';
import classes from '../review/review.module.css';
import { saidWords } from '../review/concern.words.js';
import type { Decided } from './decide.query.js';
import { decideWords } from './decide.words.js';

interface Standing {
  proposal: Decided;
  facts: readonly { key: string; title: string }[];
}

export function WhatStands({ proposal, facts }: Standing) {
  const { dossier, questions } = proposal;
  const names = namesOf({ questions, facts, dossier });
  return (
    <>
      <Section title={decideWords.what}>
        {dossier.summary && <Quote words={dossier.summary} />}
        <ul>
          {dossier.purposes.map(({ id, statement }) => (
            <li key={id}>
              <Plain text={statement} />
            </li>
          ))}
        </ul>
      </Section>
      <div className={classes.two}>
        <Section title={decideWords.stands}>
          <Found proposal={proposal} names={names} />
        </Section>
        <Section title={decideWords.against}>
          <Against proposal={proposal} />
        </Section>
      </div>
      <Conditions proposal={proposal} />
      <Section title={decideWords.risk}>
        <Risks proposal={proposal} />
      </Section>
      <Alternatives proposal={proposal} />
    </>
  );
}

const Found = ({ proposal: { signOffs }, names }: { proposal: Decided; names: Names }) => (
  <ul role="list" className={classes.rows}>
    {signOffs.map(({ key, title, status, finding, by, at, staleBecause, rationale, checklist }) => (
      <li key={key} className={classes.row}>
        <p className={classes.line}>
          <strong>{title}</strong>
          <StatusMark
            state={standingOf(status, finding)}
            detail={staleBecause.map(place => placeName(place, names)).join(', ') || undefined}
          />
          {finding && <StatusMark state={findings[finding]} />}
          {by && at && (
            <small>
              <PersonRef person={by} />, <DateText at={at} />
            </small>
          )}
        </p>
        {rationale && <Quote words={rationale} />}
        <ChecklistShown {...{ checklist, names }} level={3} />
      </li>
    ))}
  </ul>
);

const Conditions = ({ proposal: { conditions } }: { proposal: Decided }) => (
  <Section title={decideWords.conditions}>
    {conditions.length === 0 ? (
      <p>{decideWords.noConditions}</p>
    ) : (
      <ul>
        {conditions.map(({ id, statement, owner, dueAt, precedent }) => (
          <li key={id}>
            <Plain text={statement} />{' '}
            <small>
              <Plain text={decideWords.conditionBy(owner)} />
              {dueAt && (
                <>
                  , <DateText at={dueAt} isRelative />
                </>
              )}
              {precedent && `, ${decideWords.precedent}`}
            </small>
          </li>
        ))}
      </ul>
    )}
  </Section>
);

function Against({ proposal }: { proposal: Decided }) {
  const { reference } = useProposal();
  const { concerns } = proposal;
  if (concerns.length === 0) return <EmptyState title={decideWords.noConcerns} />;
  return (
    <ul role="list" className={classes.spokenList}>
      {concerns.map(concern => (
        <li key={concern.id} className={classes.spoken}>
          <p className={classes.line}>
            <StatusMark state={concernStates[concern.status]} />
            <Tag>{severities[concern.severity]}</Tag>
            {concern.audience === 'REVIEWERS' && <small>{saidWords.forReviewers}</small>}
            {weightOf(concern) === 'named' && <small>{decideWords.mustBeNamed}</small>}
          </p>
          <Quote words={concern.statement} by={<PersonRef person={concern.raisedBy} />} />
          {concern.response ? (
            <Quote
              words={concern.response}
              by={[decideWords.answer, concern.disposition && dispositions[concern.disposition].toLowerCase()].join(
                ': ',
              )}
            />
          ) : (
            <p className={classes.missing}>{decideWords.noAnswer}</p>
          )}
          <p className={classes.small}>
            <Link to="/proposals/$reference/concerns/{-$id}" params={{ reference, id: concern.id }}>
              {saidWords.openConcern}
            </Link>
          </p>
        </li>
      ))}
    </ul>
  );
}

type Risk = Decided['dossier']['risks'][number];

const after = ({ residualLikelihood: likelihood, residualConsequence: consequence }: Risk): string =>
  likelihood === null || consequence === null ? decideWords.notRated : decideWords.product(likelihood, consequence);

const riskColumns: Column<Risk>[] = [
  { key: 'title', heading: decideWords.riskTitle, cell: ({ title }) => <Plain text={title} /> },
  {
    key: 'before',
    heading: decideWords.before,
    isNumber: true,
    cell: ({ likelihood, consequence }) => decideWords.product(likelihood, consequence),
  },
  { key: 'after', heading: decideWords.after, isNumber: true, cell: after },
  { key: 'mitigation', heading: decideWords.mitigation, cell: ({ mitigation }) => <Plain text={mitigation ?? '–'} /> },
  { key: 'owner', heading: decideWords.owner, cell: ({ owner }) => <Plain text={owner ?? '–'} /> },
];

const Risks = ({ proposal: { dossier } }: { proposal: Decided }) =>
  dossier.risks.length === 0 ? (
    <p>{decideWords.noRisks}</p>
  ) : (
    <Table
      caption={decideWords.risk}
      isCaptionUnseen
      columns={riskColumns}
      rows={dossier.risks}
      keyOf={({ id }) => id}
    />
  );

function Alternatives({ proposal: { dossier } }: { proposal: Decided }) {
  if (dossier.alternatives.length === 0) return null;
  return (
    <Section title={decideWords.alternatives}>
      <ul>
        {dossier.alternatives.map(({ id, description, rung, whyNot, proposedByPartner }) => (
          <li key={id}>
            <Plain text={description} />{' '}
            <small>
              ({decideWords.rung(rung)}
              {proposedByPartner && `, ${decideWords.byPartner}`})
            </small>
            <br />
            {whyNot ? (
              <>
                {decideWords.whyNot} <Plain text={whyNot} />
              </>
            ) : (
              <span className={classes.missing}>{decideWords.noWhyNot}</span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
