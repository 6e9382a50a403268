// What was weighed: less intrusive ways, and the risks before and after treatment.
import { gravestFirst, ratingOf, type Band, type Rating } from '../progress/risk-rating.js';
import { progressWords } from '../progress/progress.words.js';
import { Plain } from '../ui/plain.js';
import { Section } from '../ui/section.js';
import { Table } from '../ui/table.js';
import { asSentence } from './as-sentence.js';
import type { Paper } from './paper.query.js';
import { paperWords } from './paper.words.js';

interface Weighed {
  paper: Paper;
  bands: readonly Band[];
}

export const WeighedPart = ({ paper: { dossier }, bands }: Weighed) => (
  <>
    <Alternatives alternatives={dossier.alternatives} />
    <Risks risks={dossier.risks} bands={bands} />
  </>
);

type Alternative = Paper['dossier']['alternatives'][number];

const Alternatives = ({ alternatives }: { alternatives: readonly Alternative[] }) => (
  <Section title={paperWords.alternatives}>
    {alternatives.length === 0 ? (
      <p>{paperWords.nothing}</p>
    ) : (
      <Table
        caption={paperWords.alternativesCaption}
        rows={[...alternatives].sort((one, other) => one.rung - other.rung)}
        keyOf={({ id }) => id}
        columns={[
          {
            ...{ key: 'way', heading: paperWords.way },
            cell: ({ description, note }) => <Plain text={note ? `${asSentence(description)} ${note}` : description} />,
          },
          { key: 'rung', heading: paperWords.rung, cell: ({ rung }) => rung, isNumber: true },
          { key: 'from', heading: paperWords.from, cell: proposer },
          {
            ...{ key: 'why', heading: paperWords.whyNot },
            cell: ({ whyNot }) => (whyNot ? <Plain text={whyNot} /> : paperWords.notStated),
          },
        ]}
      />
    )}
  </Section>
);

const proposer = ({ proposedBy, proposedByPartner }: Alternative) => (
  <Plain text={proposedBy ?? (proposedByPartner ? paperWords.byPartner : paperWords.byAuthor)} />
);

const Risks = ({ risks, bands }: { risks: Paper['dossier']['risks']; bands: readonly Band[] }) => (
  <Section title={paperWords.risks}>
    {risks.length === 0 ? (
      <p>{paperWords.nothing}</p>
    ) : (
      <Table
        caption={paperWords.risksCaption}
        rows={gravestFirst(risks)}
        keyOf={({ id }) => id}
        columns={[
          { key: 'risk', heading: paperWords.risk, cell: ({ title }) => <Plain text={title} /> },
          { key: 'before', heading: paperWords.before, cell: risk => said(ratingOf(risk, bands).before) },
          {
            ...{ key: 'treatment', heading: paperWords.treatment },
            cell: ({ mitigation }) => (mitigation ? <Plain text={mitigation} /> : paperWords.notStated),
          },
          { key: 'after', heading: paperWords.after, cell: risk => said(ratingOf(risk, bands).after) },
        ]}
      />
    )}
  </Section>
);

const said = (rating: Rating | undefined): string =>
  rating ? progressWords.rated(rating.product, rating.band) : progressWords.notRated;
