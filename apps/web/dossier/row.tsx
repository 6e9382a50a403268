// A row of a list of the dossier: one line of what matters in it, with what is still empty and what others said, and its fields when it
// is open.
import { anchorOf } from '../app/proposal-places.js';
import { excerpt } from '../progress/excerpt.js';
import { Button } from '../ui/button.js';
import { Fold } from '../ui/fold.js';
import { Plain } from '../ui/plain.js';
import { StatusMark } from '../ui/status-mark.js';
import { isMadeId } from '../words/made-id.js';
import { isWithin } from './about.js';
import { AboutPlace } from './about-place.js';
import { useEditing, useLeaves, useWrite } from './editing.js';
import { fieldsOf, type ListSection } from './fields.js';
import { place, textAt } from './leaves.js';
import { PartnersWay } from './partners-way.js';
import { partsWords } from './parts.words.js';
import { rowName } from './place-label.js';
import { Fields } from './row-fields.js';
import { rowLine } from './row-line.js';
import classes from './rows.module.css';
import { dossierWords } from './words.js';

interface RowOf {
  list: ListSection;
  id: string;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onTakeOut: () => void;
}

export function Row({ list, id, isOpen, onOpen, onTakeOut }: RowOf) {
  const isWriting = useWrite() !== undefined;
  const words = useFirstWords(list, id);
  const partners = usePartners(list, id);
  const name = rowName(list, id, words);
  return (
    <li className={classes.row} id={anchorOf(`${list}.${id}`)} tabIndex={-1}>
      <Fold
        title={<Plain text={isOpen || isMadeId(id) || words === '' ? name : `${name}: ${excerpt(words)}`} />}
        {...{ isOpen, onOpen }}
        actions={
          isWriting &&
          !partners && (
            <Button
              kind="quiet"
              label={dossierWords.takeOutWhat(isMadeId(id) ? name : `${name} ${words}`.trim())}
              onPress={onTakeOut}
            >
              {dossierWords.takeOut}
            </Button>
          )
        }
        line={<Line {...{ list, id }} />}
      >
        <AboutPlace place={`${list}.${id}`} />
        {partners ? <PartnersWay way={partners} /> : <Fields {...{ list, id }} />}
      </Fold>
    </li>
  );
}

function useFirstWords(list: ListSection, id: string): string {
  const leaves = useLeaves();
  const first = fieldsOf(list).find(([, { kind }]) => kind === 'line' || kind === 'text')?.[0] ?? '';
  return textAt(leaves, place(list, id, first));
}

function usePartners(list: ListSection, id: string) {
  const { proposal } = useEditing();
  if (list !== 'alternatives') return undefined;
  return proposal.dossier.alternatives.find(each => each.id === id && each.proposedByPartner);
}

function Line({ list, id }: { list: ListSection; id: string }) {
  const { catalogue } = useEditing();
  const { facts, holes } = rowLine(list, id, useLeaves(), catalogue.riskLibrary.scale.bands);
  const said = useSaid(`${list}.${id}`);
  return (
    <>
      {facts.length > 0 && <Plain text={facts.join(', ')} />}
      {holes.length > 0 && <StatusMark state={{ tone: 'waiting', word: partsWords.stillEmpty(holes) }} />}
      {said.map(each => (
        <StatusMark key={each} state={{ tone: 'waiting', word: each }} />
      ))}
    </>
  );
}

/** How much others say about the row and what is in it. */
function useSaid(at: string): string[] {
  const { proposal } = useEditing();
  const within = (about: readonly string[]) => about.some(each => isWithin(each, at));
  const concerns = proposal.concerns.edges.filter(({ node }) => node.status === 'OPEN' && within(node.about)).length;
  const comments = proposal.comments.filter(({ about }) => within(about)).length;
  const checks = proposal.checks.filter(check => within([check.place])).length;
  return [
    ...(concerns > 0 ? [partsWords.saidConcerns(concerns)] : []),
    ...(checks > 0 ? [partsWords.saidChecks(checks)] : []),
    ...(comments > 0 ? [partsWords.saidComments(comments)] : []),
  ];
}
