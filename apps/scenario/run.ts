// One run of the player: read the files, find the product or start it, play each case, print, say how it ended.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readAccess, withoutToken } from './access.js';
import { help, readArguments, usage } from './arguments.js';
import type { CaseFile } from './case-file.js';
import { readCase } from './case-faults.js';
import { Client } from './client.js';
import { faultLine } from './fault.js';
import { play } from './play.js';
import { NotStarted, type Product, startProduct } from './product.js';
import { allMet, closingLine, expectationTable, progressLines, titleLines } from './report.js';

/** Where to print, and which compiled launcher to start. `say` is the report, `tell` all that is beside it. */
export interface Surroundings {
  say: (line: string) => void;
  tell: (line: string) => void;
  launcher: string;
  onStop?: (stop: Product['stop']) => void;
}

/** The exit code: 0 all met, 1 one is not, 2 the command line or a file has a fault, 3 the product did not start. */
export async function run(argv: string[], surroundings: Surroundings): Promise<number> {
  const wanted = readArguments(argv);
  if ('help' in wanted) {
    surroundings.say(help);
    return 0;
  }
  if ('fault' in wanted) return fault(surroundings, wanted.fault);
  const missing = wanted.files.filter(file => !existsSync(pathOf(file)));
  if (missing.length > 0) return fault(surroundings, `There is no file ${missing.join(', ')}.`);
  const cases = readCases(wanted.files, surroundings);
  if (cases.length < wanted.files.length) return 2;
  if (wanted.running) return playOn(wanted.running.url, pathOf(wanted.running.access), cases, surroundings);
  return playOnNewProduct(cases, surroundings);
}

function fault({ tell }: Surroundings, text: string): number {
  tell(text);
  tell(usage);
  return 2;
}

/** npm runs in the folder of the package, so a file is looked for here first and then where the person stands. */
function pathOf(file: string): string {
  const here = resolve(file);
  return existsSync(here) ? here : resolve(process.env.INIT_CWD ?? '.', file);
}

function readCases(files: string[], { tell }: Surroundings): CaseFile[] {
  return files.flatMap(file => {
    const result = readText(pathOf(file));
    if ('caseFile' in result) return [result.caseFile];
    tell(
      `${file} cannot be played. It has ${result.faults.length === 1 ? 'a fault' : `${result.faults.length} faults`}:`,
    );
    for (const one of result.faults) tell(faultLine(one));
    return [];
  });
}

function readText(path: string): ReturnType<typeof readCase> {
  try {
    return readCase(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    return { faults: [{ path: '$', says: `This file cannot be read: ${(error as Error).message}.` }] };
  }
}

async function playOnNewProduct(cases: CaseFile[], surroundings: Surroundings): Promise<number> {
  let product: Product | undefined;
  try {
    product = await startProduct({ launcher: surroundings.launcher, progress: surroundings.tell }, surroundings.onStop);
    return await playOn(product.url, product.accessFile, cases, surroundings);
  } catch (error) {
    if (!(error instanceof NotStarted)) throw error;
    surroundings.tell(error.message);
    return 3;
  } finally {
    await product?.stop();
  }
}

async function playOn(url: string, accessFile: string, cases: CaseFile[], surroundings: Surroundings): Promise<number> {
  const tokens = readAccess(accessFile);
  if (typeof tokens === 'string') return fault(surroundings, tokens);
  const strangers = withoutToken(cases, tokens);
  if (strangers.length > 0) return fault(surroundings, `${accessFile} has no token for ${strangers.join(', ')}.`);
  const client = new Client(url, tokens);
  let met = true;
  for (const caseFile of cases) met = (await playAndPrint(caseFile, client, surroundings)) && met;
  return met ? 0 : 1;
}

async function playAndPrint(caseFile: CaseFile, client: Client, { say }: Surroundings): Promise<boolean> {
  titleLines(caseFile).forEach(say);
  say('');
  const all = await play(caseFile, client, played => progressLines(played, caseFile.steps.length).forEach(say));
  say('');
  expectationTable(all).forEach(say);
  say('');
  say(closingLine(caseFile, all));
  say('');
  return allMet(all);
}
