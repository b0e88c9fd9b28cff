// A run of hours does not end because somebody closed the terminal that listened.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** Says a line to whoever still listens. What must not get lost is in files. */
export const sayLine = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
