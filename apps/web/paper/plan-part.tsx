// What is proposed: in plain words, its purpose, the data, and the people.
import { Plain } from '../ui/plain.js';
import { Quote } from '../ui/quote.js';
import { Section } from '../ui/section.js';
import { Table } from '../ui/table.js';
import { listed } from '../words/define-words.js';
import { identifiabilityWords } from '../words/identifiability.js';
import { asSentence } from './as-sentence.js';
import { groupItems } from './group-items.js';
import type { Paper, PaperData } from './paper.query.js';
import classes from './paper.module.css';
import { paperWords } from './paper.words.js';
import { answerText, factsOf, groupsOf } from './people-affected.js';

interface Planned {
  paper: Paper;
  facts: PaperData['catalogue']['facts'];
}

export const PlanPart = ({ paper, facts }: Planned) => (
  <>
    <Section title={paperWords.proposed}>
      {paper.dossier.summary ? <Quote words={paper.dossier.summary} /> : <p>{paperWords.nothing}</p>}
    </Section>
    <Purposes purposes={paper.dossier.purposes} />
    <Data items={paper.dossier.dataItems} />
    <People paper={paper} facts={facts} />
    <Recipients dossier={paper.dossier} />
  </>
);

const Purposes = ({ purposes }: Pick<Paper['dossier'], 'purposes'>) => (
  <Section title={paperWords.purposes}>
    {purposes.length === 0 && <p>{paperWords.nothing}</p>}
    <ul role="list" className={classes.list}>
      {purposes.map(({ id, statement, benefit, authority, excludedUses }) => (
        <li key={id}>
          <strong>{id}</strong> <Plain text={asSentence(statement)} />{' '}
          <Named name={paperWords.benefit} text={benefit} /> <Named name={paperWords.authority} text={authority} />{' '}
          <Named name={paperWords.excluded} text={excludedUses} />
        </li>
      ))}
    </ul>
  </Section>
);

const Named = ({ name, text }: { name: string; text: string | null }) =>
  text && (
    <>
      <span className={classes.name}>{name}</span> <Plain text={asSentence(text)} />
    </>
  );

function Data({ items }: { items: Paper['dossier']['dataItems'] }) {
  return (
    <Section title={paperWords.data}>
      {items.length === 0 ? (
        <p>{paperWords.nothing}</p>
      ) : (
        <Table
          caption={paperWords.dataCaption(items.length)}
          rows={groupItems(items)}
          keyOf={({ names }) => names.join()}
          columns={[
            { key: 'items', heading: paperWords.items, cell: ({ names }) => <Plain text={listed(names)} /> },
            { key: 'about', heading: paperWords.about, cell: ({ about }) => <Plain text={about} /> },
            {
              ...{ key: 'how', heading: paperWords.identifiability },
              cell: ({ identifiability: how }) => identifiabilityWords[how] ?? how,
            },
            {
              ...{ key: 'for', heading: paperWords.purposeIds },
              cell: ({ purposeIds }) => (purposeIds.length > 0 ? listed(purposeIds) : paperWords.notStated),
            },
            {
              ...{ key: 'why', heading: paperWords.necessity },
              cell: ({ necessity }) => (necessity ? <Plain text={necessity} /> : paperWords.notStated),
            },
          ]}
        />
      )}
    </Section>
  );
}

function People({ paper: { dossier }, facts }: Planned) {
  const [groups, holding] = [groupsOf(dossier), factsOf(dossier, facts)];
  const answer = answerText(dossier.answers, 'CN-1');
  return (
    <Section title={paperWords.people}>
      {groups.length > 0 && (
        <p>
          <Plain text={paperWords.peopleAre(groups)} />
        </p>
      )}
      {holding.length > 0 && (
        <p>
          {paperWords.factsHold} <Plain text={holding.join(' ')} />
        </p>
      )}
      {answer && (
        <p>
          <Named name={paperWords.who} text={answer} />
        </p>
      )}
      {groups.length + holding.length === 0 && !answer && <p>{paperWords.nothing}</p>}
    </Section>
  );
}

const Recipients = ({ dossier: { recipients, transferRoute, retention } }: { dossier: Paper['dossier'] }) => (
  <Section title={paperWords.recipients}>
    <p>
      <Named name={paperWords.goesTo} text={listed(recipients.map(({ name }) => name)) || paperWords.notStated} />{' '}
      <Named name={paperWords.route} text={transferRoute ?? paperWords.notStated} />{' '}
      <Named name={paperWords.retention} text={retention ?? paperWords.notStated} />
    </p>
  </Section>
);
