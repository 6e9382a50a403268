// The plan in plain words: what it is for, which information, and who would get it.
import { Plain } from '../ui/plain.js';
import { Quote } from '../ui/quote.js';
import { Section } from '../ui/section.js';
import { Table } from '../ui/table.js';
import type { Asked } from './say.query.js';
import { identifiabilityWords, sayWords } from './say.words.js';
import classes from './say.module.css';

export function PlanShown({ asked: { dossier } }: { asked: Asked }) {
  const { summary, purposes, recipients } = dossier;
  return (
    <>
      <Section title={sayWords.what}>{summary ? <Quote words={summary} /> : <p>{sayWords.noSummary}</p>}</Section>
      <Section title={sayWords.why}>
        {purposes.length === 0 && <p>{sayWords.noPurposes}</p>}
        <ol className={classes.list}>
          {purposes.map(purpose => (
            <Purpose key={purpose.id} purpose={purpose} />
          ))}
        </ol>
      </Section>
      <DataItems items={dossier.dataItems} />
      <Section title={sayWords.who}>
        {recipients.length === 0 && <p>{sayWords.noRecipients}</p>}
        <ul className={classes.list}>
          {recipients.map(({ id, name, kind, country }) => (
            <li key={id}>
              <Plain text={[name, kind, country].filter(Boolean).join(', ')} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

const Purpose = ({ purpose }: { purpose: Asked['dossier']['purposes'][number] }) => (
  <li>
    <Plain text={purpose.statement} />
    {purpose.benefit && (
      <p>
        {sayWords.benefit} <Plain text={purpose.benefit} />
      </p>
    )}
    {purpose.excludedUses && (
      <p>
        {sayWords.notFor} <Plain text={purpose.excludedUses} />
      </p>
    )}
  </li>
);

type Item = Asked['dossier']['dataItems'][number];

function DataItems({ items }: { items: readonly Item[] }) {
  return (
    <Section title={sayWords.which}>
      {items.length === 0 ? (
        <p>{sayWords.noItems}</p>
      ) : (
        <Table
          caption={sayWords.which}
          isCaptionUnseen
          rows={items}
          keyOf={({ id }) => id}
          columns={[
            { key: 'item', heading: sayWords.item, cell: ({ name }) => <Plain text={name} /> },
            { key: 'about', heading: sayWords.about, cell: ({ about }) => <Plain text={about} /> },
            {
              ...{ key: 'how', heading: sayWords.how },
              cell: ({ identifiability: how }) => identifiabilityWords[how] ?? <Plain text={how} />,
            },
            {
              ...{ key: 'why', heading: sayWords.whyNeeded },
              cell: ({ necessity }) => (necessity ? <Plain text={necessity} /> : <em>{sayWords.notSaid}</em>),
            },
          ]}
        />
      )}
    </Section>
  );
}
