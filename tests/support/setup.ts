import { afterEach, beforeEach, expect } from 'vitest';

const complaints: string[] = [];
// biome-ignore lint/suspicious/noConsole: watching it is what this file is for
const printError = console.error;

beforeEach(() => {
  complaints.length = 0;
  console.error = (...parts: unknown[]) => {
    complaints.push(parts.map(String).join(' '));
    printError(...parts);
  };
});

afterEach(() => {
  console.error = printError;
  expect(complaints, 'console.error was called').toEqual([]);
});
