// The head of the paper: what it is about, and the question.
import { DataList } from '../ui/data-list.js';
import { PersonRef } from '../ui/person-ref.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import { StatusMark } from '../ui/status-mark.js';
import { listed } from '../words/define-words.js';
import { proposalStates, tiers } from '../words/states.js';
import type { Paper } from './paper.query.js';
import classes from './paper.module.css';
import { paperWords } from './paper.words.js';

export function FactsPart({ paper }: { paper: Paper }) {
  const { reference, revision, leadOrganisation, author, partners, tier, workflow, state } = paper;
  return (
    <>
      <div className={classes.facts}>
        <DataList
          data={[
            [paperWords.reference, `${reference}, ${paperWords.revision(revision).toLowerCase()}`],
            [paperWords.lead, <Plain key="lead" text={leadOrganisation.name} />],
            [paperWords.author, <PersonRef key="author" person={author} />],
          ]}
        />
        <DataList
          data={[
            [paperWords.state, <StatusMark key="state" state={proposalStates[state]} />],
            [paperWords.review, paperWords.reviewOf(tiers[tier], workflow.key, workflow.version)],
            [paperWords.partners, partners.length > 0 ? listed(partners.map(({ name }) => name)) : paperWords.none],
          ]}
        />
      </div>
      <Section title={paperWords.question}>
        <p>
          <Plain text={paperWords.asked(leadOrganisation.name, revision)} />
        </p>
      </Section>
    </>
  );
}
