// The risks on 5 × 5, with words in every cell, before and after treatment, and the same as a list.
import { anchorOf } from '../app/proposal-places.js';
import { Plain } from '../ui/plain.js';
import { RiskMap, RiskMaps } from '../ui/risk-map.js';
import { cellInWords, type Rated, type Scale } from '../ui/risk-rows.js';
import { Table, type Column } from '../ui/table.js';
import { useEditing, useLeaves } from './editing.js';
import type { Leaves } from './leaves.js';
import { partsWords } from './parts.words.js';
import { bandOfRating, ratingsOf, unrated } from './risk-table.js';

const whens = ['before', 'after'] as const;

export function RiskTables() {
  const { catalogue } = useEditing();
  const leaves = useLeaves();
  const { scale } = catalogue.riskLibrary;
  if (ratingsOf(leaves, 'before').length === 0) return null;
  const after = unrated(ratingsOf(leaves, 'after')).length;
  return (
    <>
      <RiskMaps>
        {whens.map(when => (
          <RiskMap
            key={when}
            caption={partsWords[when]}
            words={partsWords}
            risks={ratingsOf(leaves, when)}
            hrefOf={id => `#${anchorOf(`risks.${id}`)}`}
            {...{ scale }}
          />
        ))}
      </RiskMaps>
      {after > 0 && <p>{partsWords.unratedAfter(after)}</p>}
      <RiskList {...{ scale, leaves }} />
    </>
  );
}

interface Twin {
  id: string;
  title: string;
  before: Rated;
  after: Rated | undefined;
}

function RiskList({ scale, leaves }: { scale: Scale; leaves: Leaves }) {
  const after = ratingsOf(leaves, 'after');
  const rows = ratingsOf(leaves, 'before').map((before, index): Twin => ({
    ...{ id: before.id, title: before.title, before, after: after[index] },
  }));
  const columns: Column<Twin>[] = [
    {
      key: 'risk',
      heading: partsWords.riskList,
      cell: ({ id, title }) => (
        <>
          <a href={`#${anchorOf(`risks.${id}`)}`}>{id}</a> <Plain text={title} />
        </>
      ),
    },
    { key: 'before', heading: partsWords.before, cell: ({ before }) => inWords(scale, before) },
    { key: 'after', heading: partsWords.after, cell: ({ after: rated }) => inWords(scale, rated) },
  ];
  return <Table caption={partsWords.riskList} isCaptionUnseen {...{ columns, rows }} keyOf={({ id }) => id} />;
}

/** “high: likely, significant”. */
function inWords(scale: Scale, rated: Rated | undefined): string {
  const band = rated && bandOfRating(scale, rated);
  if (!rated || band === undefined) return partsWords.notRated;
  return `${band}: ${cellInWords(scale, rated)}`;
}
