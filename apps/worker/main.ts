// The back door as a process: gives new entries their place in the whole ledger. Several may run; one at a time does the work.
import 'reflect-metadata';
import { configurationOrEnd } from '#configuration';
import { runProcess } from '#telemetry';
import { startWorker } from './start-worker.js';
import { WitnessesError } from './witnesses/read-witnesses.js';

const configuration = configurationOrEnd('worker');
const { LOG_LEVEL: level, LOG_FORMAT: format } = configuration;
const isPlain = (error: unknown): boolean => error instanceof WitnessesError;
await runProcess({ part: 'worker', level, format, isPlain }, endWith => startWorker(configuration, endWith));
