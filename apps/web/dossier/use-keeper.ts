// Opens the draft of this person for this proposal, and closes it on leaving.
import { useEffect, useRef, useState } from 'react';
import { useClient, type Client } from 'urql';
import { problemOf, type Problem } from '../app/problem.js';
import { useSession } from '../app/session.js';
import type { QuestionShape } from './answers.js';
import { nowQuery, previewQuery, reviseProposal, type ShownProposal } from './dossier.query.js';
import type { Change } from './dossier-input.js';
import { openKeeper, type Keeper, type Now, type Other, type Ports } from './draft-keeper.js';
import { takeUp, type KeptDraft } from './kept-drafts.js';
import { leavesOf } from './leaves.js';
import { sectionOfPlace } from './leaves.js';

/** Undefined until what the browser kept is read. */
export function useKeeper(proposal: ShownProposal, isWriting: boolean): Keeper | undefined {
  const client = useClient();
  const { person } = useSession();
  const [keeper, setKeeper] = useState<Keeper>();
  const latest = useRef(proposal);
  useEffect(() => void (latest.current = proposal), [proposal]);
  const { id } = proposal;

  useEffect(() => {
    if (!isWriting) return;
    const opened = takeUp(person.id, id).then(kept => {
      const own = openKeeper(
        nowOf(latest.current),
        kept.draft,
        portsOf(client, () => latest.current, kept),
      );
      return { own, kept };
    });
    void opened.then(({ own }) => setKeeper(own));
    return () => {
      setKeeper(undefined);
      void opened.then(({ own, kept }) => own.close().finally(kept.release));
    };
  }, [client, person.id, id, isWriting]);

  useEffect(() => keeper?.theirs(nowOf(proposal)), [keeper, proposal]);
  useEffect(() => {
    if (!keeper) return;
    const leave = () => document.visibilityState === 'hidden' && void keeper.save();
    document.addEventListener('visibilitychange', leave);
    return () => document.removeEventListener('visibilitychange', leave);
  }, [keeper]);
  return keeper;
}

type Saved = Pick<ShownProposal, 'title' | 'dossier' | 'version'>;

const nowOf = ({ title, dossier, version }: Saved, others: Now['others'] = {}): Now => ({
  leaves: leavesOf(title, dossier),
  ...{ version, others },
});

function portsOf(client: Client, shown: () => ShownProposal, kept: KeptDraft): Ports {
  const id = () => shown().id;
  return {
    keep: kept.keep,
    newId: () => crypto.randomUUID(),
    clock: () => new Date(),
    after: (milliseconds, act) => {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
    questions: () => new Map(shown().questions.map(({ question }): [string, QuestionShape] => [question.id, question])),
    revise: change => revise(client, id(), change),
    now: async () => {
      const { data } = await client.query(nowQuery, { id: id() }, { requestPolicy: 'network-only' }).toPromise();
      return data?.proposal ? nowOf(data.proposal, othersIn(data.proposal.revisions)) : undefined;
    },
    preview: async change => {
      if (!shown().signOffs.some(({ status }) => status === 'GIVEN')) return [];
      const variables = { id: id(), dossier: change.dossier };
      const { data } = await client.query(previewQuery, variables, { requestPolicy: 'network-only' }).toPromise();
      return data?.previewRevision.becomesStale ?? [];
    },
  };
}

async function revise(
  client: Client,
  proposalId: string,
  change: Change & { commandId: string; expectedVersion: number },
) {
  const { data, error } = await client.mutation(reviseProposal, { input: { ...change, proposalId } }).toPromise();
  const answer = data?.reviseProposal;
  if (!answer) return { problem: problemOf(error ?? { graphQLErrors: [] }) };
  return answer.__typename === 'Receipt' ? nowOf(answer.proposal) : { problem: answer as Problem };
}

interface Revised {
  at: string;
  changedPaths: readonly string[];
  by: { id: string; displayName: string };
}

/** By the place as a revision names it, such as `purposes.P-1`, and by its section: who changed it last, and when. */
function othersIn(revisions: readonly Revised[]) {
  const others: Record<string, Other> = {};
  for (const { at, by, changedPaths } of revisions) {
    for (const path of changedPaths) {
      const other = { id: by.id, name: by.displayName, at };
      others[path] = other;
      others[sectionOfPlace(path)] = other;
    }
  }
  return others;
}

/** Of a leaf: the longest place that a revision names before it. */
export function otherAt(others: Now['others'], at: string): Other | undefined {
  const parts = at.split('.');
  for (let length = parts.length; length > 0; length--) {
    const found = others[parts.slice(0, length).join('.')];
    if (found) return found;
  }
  return undefined;
}
