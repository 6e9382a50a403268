// `npm start`. Everything is loaded from in here, so that content which cannot be used stops the start with a list and no stack.
try {
  const { launch } = await import('./launch.js');
  await launch();
} catch (error) {
  const says = error as Error;
  const isPlain = says.name === 'ContentError' || says.name === 'ConfigurationError';
  console.error(isPlain ? says.message : error);
  process.exitCode = 1;
}
