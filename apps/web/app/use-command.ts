// A mutation as a person's act: `const submit = useCommand(submitProposal)`, then `await submit.run({ proposalId, … })`.
import { useState } from 'react';
import { useClient } from 'urql';
import type { TadaDocumentNode } from '../gql/graphql.js';
import { afterRefusal } from './after-refusal.js';
import { commandIds, type Around } from './command-ids.js';
import { keptInWindow } from './kept.js';
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
  const [ids] = useState(() => commandIds(around(me, document)));
  const [fate, setFate] = useState(idle);

  const run = async (given: Given<Input>): Promise<Accepted<Data> | undefined> => {
    setFate({ state: 'sending', problem: undefined });
    const { sentAs, answered } = await ids.actFor(given);
    const input = { ...given, ...sentAs } as Input;
    const { data, error } = await client.mutation(document, { input }).toPromise();
    const answer = data ? (Object.values(data)[0] as Answer<Data>) : undefined;
    if (answer) answered();
    const refused = problemIn(answer) ?? (answer ? undefined : problemOf(error ?? { graphQLErrors: [] }));
    const problem = refused && (await afterRefusal(refused, given, me));
    setFate({ state: problem ? 'refused' : 'done', problem });
    return problem ? undefined : (answer as Accepted<Data>);
  };

  return { run, ...fate, clear: () => setFate(idle) };
}

interface Named {
  definitions: readonly { kind: string; name?: { value: string } | undefined }[];
}

const around = (personId: string, document: Named): Around => ({
  ...{ personId, command: commandOf(document), newId: () => crypto.randomUUID(), digestOf, storage: keptInWindow },
});

const commandOf = ({ definitions }: Named): string =>
  definitions.find(({ kind }) => kind === 'OperationDefinition')?.name?.value ?? '';

/** Of what people wrote nothing is kept, but what it is known again by. */
async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, '0')).join('');
}

const problemIn = (answer: unknown): Problem | undefined =>
  (answer as { __typename?: string } | undefined)?.__typename === 'Problem' ? (answer as Problem) : undefined;
