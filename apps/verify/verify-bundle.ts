// The layers one after another, over a bundle and what the auditor holds besides: the first bad place, or none.
import { areEqual, bundleFiles, type BundleManifest, type Checkpoint, type Policy, type VerifierKey } from '#ledger';
import { checkFiles, readManifest } from './bundle/manifest.js';
import { readWhole, type Source } from './bundle/source.js';
import { CannotJudge, finding, layers as allLayers, type Finding, type Layer } from './finding.js';
import { checkSignature, readCheckpoint, type Genuine } from './layers/checkpoint.js';
import { followKeys, type LossEntry, type Succession } from './layers/keys.js';
import { checkAnchors, indexesOf, readAnchors, sizesOf, type Kept } from './layers/known.js';
import { checkLosses, endOf } from './layers/losses.js';
import { walk, type Walked } from './layers/walk.js';
import { checkWitnesses } from './layers/witnesses.js';
import { replay, type Replayed } from './replay/replay.js';

export interface Question {
  /** The log's keys as the auditor has them, and never as the bundle says. */
  keys: readonly VerifierKey[];
  known: readonly Kept[];
  receipts: readonly Kept[];
  policy?: Policy;
  /** Seconds. */
  maxAge?: number;
  /** Seconds since 1970: when the question is asked. */
  now: number;
  progress: (line: string) => void;
  /** All of them, unless a test wants to see what one of them is good for. */
  layers?: readonly Layer[];
  /** How the histories are replayed: here and now, unless the caller has another core for it. */
  replay?: typeof replay;
}

export interface Judged {
  finding?: Finding;
  size: number;
  streams: number;
  replayed?: Replayed;
  /** What the log itself declares lost. */
  losses?: readonly LossEntry[];
}

const checkpointPlace = { file: bundleFiles.checkpoint };

/** Throws a CannotJudge where there is nothing to judge by. */
export async function verifyBundle(source: Source, question: Question): Promise<Judged> {
  const layers = new Set(question.layers ?? allLayers);
  const ifChecked = (layer: Layer, bad: Finding | undefined): Finding | undefined =>
    layers.has(layer) ? bad : undefined;
  const manifest = await readManifest(source);
  if ('kind' in manifest) return { finding: manifest, size: 0, streams: 0 };
  const unfit = ifChecked('L1', await checkFiles(source, manifest));
  const genuine = readCheckpoint((await readWhole(source, bundleFiles.checkpoint)).toString('utf8'), checkpointPlace);
  const anchors = readAnchors(question.known, question.receipts);
  const order = {
    layers,
    progress: (n: number) => question.progress(`Leaves and chains: ${n.toLocaleString('en-NZ')} entries.`),
  };
  const replaying = (question.replay ?? replay)(source, {
    layers,
    progress: n => question.progress(`Replay: ${n.toLocaleString('en-NZ')} entries.`),
  });
  // It is asked for its answer only when the bytes are right; until then, that it failed is nobody's concern.
  replaying.catch(() => undefined);
  const walked = await walk(source, { ...order, sizes: sizesOf(anchors), indexes: indexesOf(anchors) });
  const damaged = unfit ?? ifChecked('L1', checkCount(manifest, walked));
  const told = { size: walked.size, streams: walked.streams };
  const succession = followKeys(question.keys, walked.keyEntries);
  const bytes = walked.finding ?? ('kind' in genuine ? genuine : checkSeal(genuine, walked, succession, layers));
  if (bytes) return { finding: bytes, ...told };
  const outside =
    (layers.has('L4')
      ? ((await checkLosses(source, succession)) ?? checkAnchors(anchors, walked, succession))
      : undefined) ?? ifChecked('L5', witnessed(genuine as Genuine, question));
  if (outside) return { finding: outside, ...told };
  const replayed = await replaying;
  const bad = replayed.finding ?? damaged;
  return { ...(bad ? { finding: bad } : {}), ...told, replayed, losses: succession.losses };
}

const checkCount = ({ entries }: BundleManifest, { size }: Walked): Finding | undefined =>
  entries === size
    ? undefined
    : finding(
        'file-differs',
        { file: bundleFiles.manifest },
        `It speaks of ${entries} entries, and there are ${size}.`,
      );

/** L3, and what of L2 needs a checkpoint that is genuine. */
function checkSeal(
  genuine: Genuine,
  walked: Walked,
  succession: Succession,
  layers: ReadonlySet<Layer>,
): Finding | undefined {
  const ended = layers.has('L3') ? endOf(genuine, succession, checkpointPlace) : undefined;
  if (ended !== undefined) return compareRoots(genuine.checkpoint, walked) ?? cannotJudge(ended);
  const bad = layers.has('L3')
    ? (checkSignature(genuine, succession.keys, checkpointPlace) ?? succession.finding)
    : undefined;
  const { size } = genuine.checkpoint;
  if (bad?.kind === 'signature-wrong' && size !== walked.size)
    return finding(
      'size-altered',
      checkpointPlace,
      `It says ${size} entries, which nobody signed, and there are ${walked.size}.`,
    );
  return bad ?? (layers.has('L2') ? compareRoots(genuine.checkpoint, walked) : undefined);
}

const cannotJudge = (why: string): never => {
  throw new CannotJudge(why);
};

function compareRoots({ size, root }: Checkpoint, walked: Walked): Finding | undefined {
  const place = { file: bundleFiles.entries, index: walked.size };
  if (walked.size < size)
    return finding('tree-cut', place, `The checkpoint covers ${size} entries, and there are only ${walked.size}.`);
  if (walked.size > size)
    return finding(
      'tree-too-long',
      { ...place, index: size },
      `The checkpoint covers ${size} entries only; nobody signed those from here on.`,
    );
  return areEqual(root, walked.root)
    ? undefined
    : finding(
        'tree-differs',
        checkpointPlace,
        'The entries do not give the root that was signed: one of them, at least, is not what it was.',
      );
}

function witnessed(genuine: Genuine, { policy, now, maxAge }: Question): Finding | undefined {
  if (!policy) return undefined;
  return checkWitnesses(genuine, { policy, now, ...(maxAge === undefined ? {} : { maxAge }) }, checkpointPlace);
}
