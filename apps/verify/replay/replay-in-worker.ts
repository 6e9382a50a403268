// The replay on a core of its own, beside the bytes: neither needs anything of the other.
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { CannotJudge, type Layer } from '../finding.js';
import type { Replayed, ReplayOrder } from './replay.js';
import type { Source } from '../bundle/source.js';

/** What the worker tells: how far it is, what it found, or why it cannot judge. */
export type Told = { progress: number } | { replayed: Replayed } | { cannotJudge: string };

export interface Errand {
  folder: string;
  layers: readonly Layer[];
}

/** Built or not: as this file is. */
const kind = path.extname(import.meta.url);

/** Replays the bundle in that folder. */
export const replayInWorker =
  (folder: string) =>
  (_: Source, { layers, progress }: ReplayOrder): Promise<Replayed> =>
    new Promise((resolve, reject) => {
      const errand: Errand = { folder, layers: [...layers] };
      const worker = new Worker(new URL(`./replay-worker${kind}`, import.meta.url), { workerData: errand });
      worker.on('message', (told: Told) => {
        if ('progress' in told) progress(told.progress);
        else if ('replayed' in told) resolve(told.replayed);
        else reject(new CannotJudge(told.cannotJudge));
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('The thread that replays ended without an answer.')));
    });
