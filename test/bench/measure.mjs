// Runs a job for a while with all its clients, and sums up what was measured.

/** Each player goes on until the time is up; what is in hand then is finished and counted. */
export async function runFor(job, seconds) {
  const latencies = [];
  const errors = [];
  const startedAt = performance.now();
  const deadline = startedAt + seconds * 1000;
  const play = async ({ once, forget }) => {
    while (performance.now() < deadline) {
      const began = performance.now();
      try {
        await once();
        latencies.push(performance.now() - began);
      } catch (error) {
        errors.push(error.message);
        forget();
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    }
  };
  await Promise.all(job.players.map(play));
  return { latencies, errors, seconds: (performance.now() - startedAt) / 1000 };
}

export const rateOf = ({ latencies, seconds }) => latencies.length / seconds;

export function sumUp(runs) {
  const latencies = runs.flatMap(run => run.latencies).sort((a, b) => a - b);
  const at = share => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN;
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  const errors = runs.flatMap(run => run.errors);
  return { perSecond: latencies.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), errors };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
