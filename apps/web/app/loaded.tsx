// A query as a part of a page: waiting, failed, or there. `<Loaded query={query}>{data => …}</Loaded>`.
import type { ReactNode } from 'react';
import type { UseQueryState } from 'urql';
import { ProgressLine } from '../ui/progress-line.js';
import { isNotFound } from './faults.js';
import { FailedPage, NothingPage } from './pages.js';
import { problemOf } from './problem.js';
import { ProblemNote } from './problem-note.js';
import { appWords } from './words.js';

interface Loading<Data> {
  query: UseQueryState<Data, never> | Pick<UseQueryState<Data>, 'data' | 'error' | 'fetching'>;
  children: (data: Data) => ReactNode;
  /** It is all there is on the page: a failure gets a heading of its own. */
  isScreen?: boolean;
}

/** What was there stays while it is asked for again. An unknown thing and one that is not yours look the same. */
export function Loaded<Data>({ query: { data, error }, children, isScreen = false }: Loading<Data>) {
  if (data !== undefined && data !== null) return children(data);
  if (!error) return <ProgressLine label={appWords.loading} />;
  if (isNotFound(error)) return <NothingPage />;
  const problem = problemOf(error);
  return isScreen ? <FailedPage message={problem.message} /> : <ProblemNote problem={problem} />;
}
