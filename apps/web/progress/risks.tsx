// The risks before and after treatment: on the map, and as a list with the gravest first.
import { Plain } from '../ui/plain.js';
import { RiskMap, RiskMaps } from '../ui/risk-map.js';
import { cellInWords, type Rated, type Scale } from '../ui/risk-rows.js';
import { Section } from '../ui/section.js';
import { Table } from '../ui/table.js';
import type { Seen } from './progress.query.js';
import { progressWords } from './progress.words.js';
import { gravestFirst, ratingOf, type Rating } from './risk-rating.js';
import { RatingMark } from './rating-mark.js';

interface Described {
  risks: Seen['dossier']['risks'];
  scale: Scale;
}

export function Risks({ risks, scale }: Described) {
  return (
    <Section title={progressWords.risks}>
      {risks.length === 0 ? (
        <p>{progressWords.noRisks}</p>
      ) : (
        <>
          <RiskMaps>
            <RiskMap caption={progressWords.beforeTreatment} words={progressWords} {...{ scale, risks }} />
            <RiskMap
              caption={progressWords.afterTreatment}
              words={progressWords}
              scale={scale}
              risks={risks.map(treated)}
            />
          </RiskMaps>
          <RiskList {...{ scale, risks }} />
        </>
      )}
    </Section>
  );
}

const RiskList = ({ risks, scale }: Described) => (
  <Table
    caption={progressWords.riskNote}
    rows={gravestFirst(risks)}
    keyOf={({ id }) => id}
    columns={[
      {
        key: 'risk',
        heading: progressWords.risk,
        cell: ({ id, title }) => (
          <>
            <strong>{id}</strong> <Plain text={title} />
          </>
        ),
      },
      {
        ...{ key: 'before', heading: progressWords.beforeTreatment },
        cell: risk => <Shown rating={ratingOf(risk, scale.bands).before} at={cellInWords(scale, risk)} />,
      },
      {
        ...{ key: 'after', heading: progressWords.afterTreatment },
        cell: risk => <Shown rating={ratingOf(risk, scale.bands).after} at={cellInWords(scale, treated(risk))} />,
      },
    ]}
  />
);

/** What is left once it is treated; in no cell as long as nobody said so. */
const treated = ({ id, title, residualLikelihood, residualConsequence }: Described['risks'][number]): Rated => ({
  ...{ id, title },
  likelihood: residualLikelihood,
  consequence: residualConsequence,
});

const Shown = ({ rating, at }: { rating: Rating | undefined; at: string }) =>
  rating ? (
    <RatingMark product={rating.product}>{progressWords.ratedAt(rating.product, rating.band, at)}</RatingMark>
  ) : (
    progressWords.notRated
  );
