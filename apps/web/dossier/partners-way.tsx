// A less intrusive way that an invited partner proposed: their words and their rung as they are, and the author’s reason.
import { DataList } from '../ui/data-list.js';
import { Quote } from '../ui/quote.js';
import type { ShownProposal } from './dossier.query.js';
import { place } from './leaves.js';
import { fieldWords, partsWords, rungWords } from './parts.words.js';
import { PlaceText } from './place-field.js';

export const PartnersWay = ({ way }: { way: ShownProposal['dossier']['alternatives'][number] }) => (
  <>
    <p>
      <small>{partsWords.byPartner}</small>
    </p>
    <DataList
      data={[
        [fieldWords.alternatives['description']?.label ?? '', <Quote key="d" words={way.description} />],
        [fieldWords.alternatives['rung']?.label ?? '', `${way.rung} · ${rungWords[way.rung] ?? ''}`],
        ...(way.note ? ([[partsWords.partnerNote, <Quote key="n" words={way.note} />]] as const) : []),
      ]}
    />
    <PlaceText place={place('alternatives', way.id, 'whyNot')} label={fieldWords.alternatives['whyNot']?.label ?? ''} />
  </>
);
