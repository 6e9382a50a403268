// A container's health check, without a shell: exit code 0 while /readyz on this port of this machine answers that it can serve.
const [port = '3000'] = process.argv.slice(2);

try {
  const { ok, status } = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(4_000) });
  if (!ok) console.error(`Not ready: ${status}.`);
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error(`No answer on port ${port}: ${(error as Error).message}`);
  process.exitCode = 1;
}
