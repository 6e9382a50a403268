// The thread that replays.
import { parentPort, workerData } from 'node:worker_threads';
import { folderSource } from '../bundle/source.js';
import { CannotJudge } from '../finding.js';
import type { Errand, Told } from './replay-in-worker.js';
import { replay } from './replay.js';

const { folder, layers } = workerData as Errand;
const tell = (told: Told): void => parentPort?.postMessage(told);

try {
  const replayed = await replay(folderSource(folder), {
    layers: new Set(layers),
    progress: entries => tell({ progress: entries }),
  });
  tell({ replayed });
} catch (error) {
  if (!(error instanceof CannotJudge)) throw error;
  tell({ cannotJudge: error.message });
}
