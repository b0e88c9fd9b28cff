import { decided, held, notMet, type Requirement } from './requirement.ts';

/** V3: what a browser is told, so that it keeps others out. */
export const frontend: readonly Requirement[] = [
  held(
    '3.2.1',
    'No answer can be taken for something else',
    ['server/app.test.ts', 'server/status.test.ts'],
    'Fixed types, nosniff, a policy without exceptions on every answer; nothing that people bring is served.',
  ),
  held('3.2.2', 'Text is shown as text', [
    'house-rules/source-files.test.ts',
    'server/public-page/public-page.test.ts',
  ]),
  held(
    '3.3.1',
    'Cookies travel encrypted only, with a prefix that says so',
    ['server/people/sign-in-rules.test.ts'],
    'On this machine itself, over plain http, without the prefix.',
  ),
  held('3.3.2', 'Cookies are sent from our own pages only, as far as their purpose allows', [
    'server/people/sign-in-rules.test.ts',
    'server/people/provider-routes.test.ts',
  ]),
  held('3.3.3', 'Cookies belong to this host alone', ['server/people/sign-in-rules.test.ts']),
  held('3.3.4', 'No script can read the session', [
    'server/people/sign-in-rules.test.ts',
    'server/people/sign-in.test.ts',
  ]),
  notMet(
    '3.4.1',
    'Browsers are told to come over TLS for a year, on this host and below',
    'The year is told (server/app.test.ts); subdomains are left out, since the published name may be that of a whole municipality. A proxy may add them.',
  ),
  held('3.4.2', 'Other origins read what is published and nothing else', [
    'server/public-page/public-page.test.ts',
    'server/app.test.ts',
  ]),
  held('3.4.3', 'A policy names what may be loaded and run', [
    'server/app.test.ts',
    'server/policy-exception.test.ts',
    'browser/server-process.test.ts',
  ]),
  held('3.4.4', 'Types are not guessed', ['server/app.test.ts']),
  held('3.4.5', 'No address is told to others', ['server/app.test.ts']),
  held('3.4.6', 'Nothing can be framed but what is published', [
    'server/app.test.ts',
    'server/public-page/public-page.test.ts',
  ]),
  held('3.5.1', 'Requests that change something come from our own page', ['server/guard/origin.test.ts']),
  held('3.5.2', 'None of them can be made without the browser asking first', ['server/guard/origin.test.ts']),
  held(
    '3.5.3',
    'What changes something is never a reading request',
    ['server/guard/origin.test.ts', 'server/authorization-matrix.test.ts'],
    'Reading the log adds a row to it; the cookie is not sent along from other sites.',
  ),
  decided(
    '3.5.4',
    'Separate applications have hosts of their own',
    'One application. The published pages beside it run no script, and their own policy loads nothing.',
  ),
  held(
    '3.5.5',
    'Messages from other windows are not believed',
    ['app/trusted-urls.test.ts', 'documents/read-document-hostile.test.ts'],
    'No window is listened to: only our own tabs, by a channel of this origin, and the worker that we started.',
  ),
  decided(
    '3.7.1',
    'No technology is used that browsers have given up',
    'Web standards only; the offline shell and the workers are tested in a current Chromium.',
  ),
  held(
    '3.7.2',
    'Nobody is sent elsewhere by what a stranger wrote',
    ['server/people/provider-routes.test.ts'],
    'The way leads to providers of the configuration, and back to one page of ours.',
  ),
];
