// `npm run faults`: kill, cut and race the product, and have a checker judge by the clients' own history what it kept of its word.
import { writeFileSync } from 'node:fs';
import { runCampaign } from './campaign.js';
import { controls, type ControlName } from './controls/index.js';
import { readOptions, UsageError, type Options } from './options.js';
import { hasHeld, holds, reportOf } from './report.js';

const say = (line: string): void => console.log(line);

async function main(args: string[]): Promise<boolean> {
  const options = readOptions(args);
  say(`Seed ${options.seed}.`);
  const [report, isWell] = options.controls.length > 0 ? await runControls(options) : await runOnce(options);
  say(`\n${report}`);
  if (options.report) writeFileSync(options.report, report);
  return isWell;
}

async function runOnce(options: Options): Promise<[report: string, isWell: boolean]> {
  const result = await runCampaign(options, say);
  return [reportOf(result), hasHeld(result)];
}

/** Each control must make the checker fail by the invariant that it breaks; one that passes is a defect of the campaign. */
async function runControls(options: Options): Promise<[report: string, isWell: boolean]> {
  const outcomes: { name: ControlName; isNoticed: boolean; report: string }[] = [];
  for (const name of options.controls) {
    const { breaks, falls, faults } = controls[name];
    say(`\n${name}: ${breaks}`);
    const none = Object.fromEntries(Object.keys(options.faults).map(kind => [kind, 0])) as Options['faults'];
    const result = await runCampaign({ ...options, control: name, faults: { ...none, ...faults } }, say);
    const fallen = result.verdict.findings.filter(finding => !holds(finding)).map(({ key }) => key);
    outcomes.push({ name, isNoticed: fallen.includes(falls), report: reportOf(result) });
    say(
      `${name}: ${fallen.includes(falls) ? 'noticed' : 'NOT NOTICED'}, ${fallen.join(', ') || 'nothing'} fell, ${falls} had to.`,
    );
  }
  const lines = outcomes.map(({ name, isNoticed }) => `- ${name}: ${isNoticed ? 'noticed' : 'NOT NOTICED'}`);
  const report = [...outcomes.map(each => each.report), `# Controls\n\n${lines.join('\n')}\n`].join('\n');
  return [report, outcomes.every(({ isNoticed }) => isNoticed)];
}

try {
  process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  // Clients that were not at fault are still at work; there is nothing left that they could work on.
  process.exit(2);
}
