// A refusal as the public API shows it: the rules' codes with their words.
import type { Problem } from '#governance';
import { blockerMessage, problemMessage, type Names } from '#messages';

export const problemView = (problem: Problem, names?: Names) => ({
  kind: problem.kind,
  code: problem.code,
  message: problemMessage(problem, names),
  path: problem.kind === 'INVALID' ? problem.faults.map(({ path }) => path) : null,
  blockers: problem.blockers.map(blocker => ({ ...blocker, message: blockerMessage(blocker, names) })),
});
