// The manifest: which files there are, and what each hashes to. It is not signed: it tells damage, and the rest tells forgery.
import { bundleFiles, bundleFormat, parseLine, type BundleManifest } from '#ledger';
import { CannotJudge, finding, type Finding } from '../finding.js';
import { hexSha256 } from '../native.js';
import { readWhole, type Source } from './source.js';

const file = bundleFiles.manifest;
const wanted = [bundleFiles.entries, bundleFiles.leaves, bundleFiles.state, bundleFiles.checkpoint];
const allowed = new Set<string>([...wanted, bundleFiles.words]);

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isMeasured = (value: unknown): boolean =>
  isObject(value) &&
  Object.keys(value).length === 2 &&
  isCount(value['bytes']) &&
  /^[0-9a-f]{64}$/.test(String(value['sha256']));

/** Throws a CannotJudge where this is no bundle, or one of a format to come. */
export async function readManifest(source: Source): Promise<BundleManifest | Finding> {
  if (!source.has(file)) throw new CannotJudge(`This is no complete bundle: it has no ${file}.`);
  const text = (await readWhole(source, file)).toString('utf8');
  const parsed = text.endsWith('\n') ? parseLine(text.slice(0, -1)) : undefined;
  if (!parsed) return finding('not-canonical', { file }, 'The manifest is not written in the one way there is.');
  const { format, product, catalogue, entries, files } = parsed;
  if (typeof format === 'string' && format !== bundleFormat)
    throw new CannotJudge(`The bundle is of format ${format}; this release reads ${bundleFormat}.`);
  const isWhole =
    format === bundleFormat &&
    typeof product === 'string' &&
    isObject(catalogue) &&
    isCount(entries) &&
    isObject(files) &&
    Object.keys(parsed).length === 5 &&
    Object.entries(files).every(([name, measured]) => allowed.has(name) && isMeasured(measured));
  if (!isWhole) return finding('not-canonical', { file }, 'The manifest’s fields are not as they ought to be.');
  const missing = wanted.find(name => !(name in files) || !source.has(name));
  if (missing) throw new CannotJudge(`The bundle has no ${missing}, and without it nothing can be said.`);
  return parsed as unknown as BundleManifest;
}

/** What the bytes of each file are, against what the manifest says they are. */
export async function checkFiles(source: Source, { files }: BundleManifest): Promise<Finding | undefined> {
  for (const [name, { bytes, sha256 }] of Object.entries(files)) {
    if (!source.has(name)) throw new CannotJudge(`The bundle has no ${name}, which its manifest names.`);
    const hash = hexSha256();
    let length = 0;
    for await (const piece of source.open(name)) {
      hash.update(piece);
      length += piece.length;
    }
    if (length !== bytes || hash.digest() !== sha256)
      return finding(
        'file-differs',
        { file: name },
        `Its ${length} bytes are not those that the manifest was written for.`,
      );
  }
  return undefined;
}
