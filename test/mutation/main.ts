// `npm run mutation`: takes each rule out in turn and asks whether the tests notice. Prints a line for each mutant and the score; exit
// code 1 when one survives. `-- --only TEXT` takes the mutants whose description holds the text, `-- --suites A,B` asks only these
// suites, `-- --list` names all mutants.
import { parseArgs } from 'node:util';
import { databaseMutants } from './database.ts';
import type { Mutant } from './mutant.ts';
import { ruleMutants } from './rules.ts';
import { Workshop } from './workshop.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, list: { type: 'boolean' }, suites: { type: 'string' } },
});
const chosen = values.suites?.split(',');

/** The quickest first: a mutant is asked for no longer than until it is noticed. */
const rules = ['libs/governance', 'test/matrix', 'test/model', 'test/stories'];
const database = ['test/store/(the-database|scope|roles|one-role)', 'test/store', 'test/matrix', 'test/stories'];
const suitesOf = ({ file }: Mutant): readonly string[] =>
  chosen ?? (file.startsWith('libs/governance') ? rules : database);

const mutants = [...ruleMutants(), ...databaseMutants()].filter(({ what }) => what.includes(values.only ?? ''));

async function judgeAll(): Promise<boolean> {
  const workshop = new Workshop();
  const score = { caught: 0, survived: 0, 'does not run': 0 };
  try {
    for (const suite of new Set(mutants.flatMap(suitesOf))) {
      if (!(await workshop.run(suite)).passed) throw new Error(`${suite} fails without any mutant.`);
    }
    for (const [index, mutant] of mutants.entries()) {
      const { verdict, by } = await workshop.judge(mutant, suitesOf(mutant));
      score[verdict] += 1;
      console.log(
        `${String(index + 1).padStart(3)}/${mutants.length} ${verdict.padEnd(12)} ${mutant.what}${by && `  (${by})`}`,
      );
    }
  } finally {
    workshop.remove();
  }
  const { caught, survived } = score;
  console.log(
    `\n${mutants.length} mutants: ${caught} caught, ${survived} survived, ${score['does not run']} did not run.`,
  );
  return survived === 0 && score['does not run'] === 0;
}

if (values.list) for (const { what } of mutants) console.log(what);
else process.exitCode = (await judgeAll()) ? 0 : 1;
