// What stands in a section.
import { tiers } from '../words/states.js';
import { Note } from '../ui/note.js';
import { AboutPlace } from './about-place.js';
import { useEditing, useLeaves } from './editing.js';
import { Facts } from './facts.js';
import { Ladder } from './ladder.js';
import { MatrixTable } from './matrix-table.js';
import { listWords, partsWords } from './parts.words.js';
import { PlaceText } from './place-field.js';
import { Questions } from './questions.js';
import { RiskTables } from './risk-tables.js';
import { Rows } from './rows.js';
import { isOfQuestions, type SectionKey } from './sections.js';
import { sectionWords } from './sections.words.js';
import { dossierWords } from './words.js';

export function SectionBody({ section }: { section: SectionKey }) {
  if (isOfQuestions(section)) return <QuestionsBody section={section} />;
  switch (section) {
    case 'summary':
      return (
        <>
          <PlaceText place="title" label={partsWords.title} help={partsWords.titleHelp} isLine />
          <PlaceText place="summary" label={partsWords.summary} help={partsWords.summaryHelp} />
        </>
      );
    case 'facts':
      return <FactsBody />;
    case 'retention':
      return (
        <>
          <PlaceText place="retention" label={partsWords.retention} help={partsWords.retentionHelp} />
          <PlaceText place="transferRoute" label={partsWords.transferRoute} help={partsWords.transferRouteHelp} />
        </>
      );
    default:
      return <ListBody list={section as 'purposes'} />;
  }
}

const drawn = { dataItems: MatrixTable, alternatives: Ladder, risks: RiskTables } as const;

function ListBody({ list }: { list: 'purposes' | 'dataItems' | 'recipients' | 'alternatives' | 'risks' }) {
  const Drawn = list in drawn ? drawn[list as keyof typeof drawn] : undefined;
  return (
    <>
      <p>{listWords[list].lead}</p>
      <AboutPlace place={list} />
      {Drawn && <Drawn />}
      <Rows list={list} />
    </>
  );
}

function FactsBody() {
  const { proposal } = useEditing();
  return (
    <>
      <p>
        {partsWords.factsLead} {dossierWords.tierFollows(tiers[proposal.tier])}
      </p>
      <Facts />
    </>
  );
}

function QuestionsBody({ section }: { section: SectionKey }) {
  const leaves = useLeaves();
  return (
    <>
      {!leaves['facts.identifiability'] && (
        <Note tone="waiting">
          <p>{dossierWords.notStarted(sectionWords.howIdentifying)}</p>
        </Note>
      )}
      <Questions section={section} />
    </>
  );
}
