// Loaded before a program: when it ends, it says on standard error how much memory it had at most (kilobytes), and how long it computed (seconds).
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  console.error(`peak ${maxRSS} cpu ${(userCPUTime + systemCPUTime) / 1e6}`);
});
