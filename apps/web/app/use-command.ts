// A mutation as a person's act: `const submit = useCommand(submitProposal)`, then `await submit.run({ proposalId, … })`.
import { useState } from 'react';
import { useClient } from 'urql';
import type { TadaDocumentNode } from '../gql/graphql.js';
import { afterRefusal } from './after-refusal.js';
import { commandIds } from './command-ids.js';
import { problemOf, type Problem } from './problem.js';
import { useSession } from './session.js';

/** The one field of a mutation: what the api answers, a Problem among it. */
type Answer<Data> = NonNullable<Data[keyof Data]>;
type Accepted<Data> = Exclude<Answer<Data>, { __typename: 'Problem' }>;
type Given<Input> = Omit<Input, 'commandId'>;

export interface Command<Data, Input> {
  /**
   * Resolves with the receipt, or undefined when `problem` says why nothing was recorded; what the page shows of the proposal has then
   * been asked for anew. The command id is added here.
   */
  run: (input: Given<Input>) => Promise<Accepted<Data> | undefined>;
  state: 'idle' | 'sending' | 'done' | 'refused';
  problem: Problem | undefined;
  /** Forgets what became of the last act. */
  clear: () => void;
}

type Fate = Pick<Command<unknown, unknown>, 'state' | 'problem'>;
const idle: Fate = { state: 'idle', problem: undefined };

export function useCommand<Data, Input extends { commandId: string }>(
  document: TadaDocumentNode<Data, { input: Input }>,
): Command<Data, Input> {
  const client = useClient();
  const me = useSession().person.id;
  const [ids] = useState(() => commandIds(() => crypto.randomUUID()));
  const [fate, setFate] = useState(idle);

  const run = async (given: Given<Input>): Promise<Accepted<Data> | undefined> => {
    setFate({ state: 'sending', problem: undefined });
    const input = { ...given, commandId: ids.idFor(given) } as Input;
    const { data, error } = await client.mutation(document, { input }).toPromise();
    const answer = data ? (Object.values(data)[0] as Answer<Data>) : undefined;
    if (answer) ids.answered();
    const refused = problemIn(answer) ?? (answer ? undefined : problemOf(error ?? { graphQLErrors: [] }));
    const problem = refused && (await afterRefusal(refused, given, me));
    setFate({ state: problem ? 'refused' : 'done', problem });
    return problem ? undefined : (answer as Accepted<Data>);
  };

  return { run, ...fate, clear: () => setFate(idle) };
}

const problemIn = (answer: unknown): Problem | undefined =>
  (answer as { __typename?: string } | undefined)?.__typename === 'Problem' ? (answer as Problem) : undefined;
