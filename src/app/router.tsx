import { createBrowserRouter, type RouteObject } from 'react-router';
import { Frame } from './frame.tsx';
import { Opening } from './opening.tsx';
import { RouteError } from './route-error.tsx';
import { StartPage } from './start-page.tsx';

/** Every page in one table. A page is loaded when somebody goes there; offline all of them are already in the cache. */
const pages: RouteObject[] = [
  { index: true, Component: StartPage },
  { path: 'logga', lazy: page(() => import('#features/logging/log-page.tsx'), 'LogPage') },
  { path: 'insatser', lazy: page(() => import('#features/logs/logs-page.tsx'), 'LogsPage') },
  { path: 'insatser/:logId', lazy: page(() => import('#features/logs/log-detail-page.tsx'), 'LogDetailPage') },
  {
    path: 'insatser/:logId/ratta',
    lazy: page(() => import('#features/logging/correct-log-page.tsx'), 'CorrectLogPage'),
  },
  { path: 'oversikt', lazy: page(() => import('#features/overview/overview-page.tsx'), 'OverviewPage') },
  { path: 'loften', lazy: page(() => import('#features/promises/promises-page.tsx'), 'PromisesPage') },
  { path: 'loften/nytt', lazy: page(() => import('#features/new-promise/new-promise-page.tsx'), 'NewPromisePage') },
  { path: 'loften/nytt/las', lazy: page(() => import('#features/reading/reading-page.tsx'), 'ReadingPage') },
  { path: 'loften/:promiseId', lazy: page(() => import('#features/promises/promise-page.tsx'), 'PromisePage') },
  {
    path: 'loften/:promiseId/redigera',
    lazy: page(() => import('#features/promises/edit-promise-page.tsx'), 'EditPromisePage'),
  },
  {
    path: 'loften/:promiseId/faststall',
    lazy: page(() => import('#features/promises/seal-promise-page.tsx'), 'SealPromisePage'),
  },
  {
    path: 'loften/:promiseId/importera',
    lazy: page(() => import('#features/importing/import-page.tsx'), 'ImportPage'),
  },
  {
    path: 'loften/:promiseId/offentlig',
    lazy: page(() => import('#features/public-page/public-page.tsx'), 'PublicPage'),
  },
  {
    path: 'loften/:promiseId/gallring',
    lazy: page(() => import('#features/retention/retention-page.tsx'), 'RetentionPage'),
  },
  {
    path: 'loften/:promiseId/aterkoppling',
    lazy: page(() => import('#features/feedback/feedback-page.tsx'), 'FeedbackPage'),
  },
  {
    path: 'loften/:promiseId/mal/nytt',
    lazy: page(() => import('#features/promises/edit-goal-page.tsx'), 'EditGoalPage'),
  },
  { path: 'loften/:promiseId/mal/:goalId', lazy: page(() => import('#features/goals/goal-page.tsx'), 'GoalPage') },
  {
    path: 'loften/:promiseId/mal/:goalId/redigera',
    lazy: page(() => import('#features/promises/edit-goal-page.tsx'), 'EditGoalPage'),
  },
  {
    path: 'loften/:promiseId/aktiviteter/ny',
    lazy: page(() => import('#features/promises/edit-activity-page.tsx'), 'EditActivityPage'),
  },
  {
    path: 'loften/:promiseId/aktiviteter/:activityId',
    lazy: page(() => import('#features/activities/activity-page.tsx'), 'ActivityPage'),
  },
  {
    path: 'loften/:promiseId/aktiviteter/:activityId/redigera',
    lazy: page(() => import('#features/promises/edit-activity-page.tsx'), 'EditActivityPage'),
  },
  { path: 'uppfoljning', lazy: page(() => import('#features/follow-up/follow-up-page.tsx'), 'FollowUpPage') },
  {
    path: 'uppfoljning/:followUpId',
    lazy: page(() => import('#features/follow-up/follow-up-page.tsx'), 'FollowUpPage'),
  },
  { path: 'mote/:promiseId', lazy: page(() => import('#features/meeting/meeting-page.tsx'), 'MeetingPage') },
  { path: 'utlamnande', lazy: page(() => import('#features/disclosure/disclosure-page.tsx'), 'DisclosurePage') },
  { path: 'kalender', lazy: page(() => import('#features/calendar/calendar-page.tsx'), 'CalendarPage') },
  { path: 'installningar', lazy: page(() => import('#features/settings/settings-page.tsx'), 'SettingsPage') },
  {
    path: 'installningar/skydd',
    lazy: page(() => import('#features/protection/protection-page.tsx'), 'ProtectionPage'),
  },
  { path: 'installningar/synk', lazy: page(() => import('#features/sync-status/storage-page.tsx'), 'StoragePage') },
  { path: 'installningar/sakerhetskopia', lazy: page(() => import('#features/backup/backup-page.tsx'), 'BackupPage') },
  {
    path: 'installningar/overlamning',
    lazy: page(() => import('#features/handover/handover-page.tsx'), 'HandoverPage'),
  },
  { path: 'anslut', lazy: page(() => import('#features/sync-status/join-page.tsx'), 'JoinPage') },
  { path: 'mer', lazy: page(() => import('#features/help/more-page.tsx'), 'MorePage') },
  { path: 'hjalp', lazy: page(() => import('#features/help/help-page.tsx'), 'HelpPage') },
  { path: 'tillganglighet', lazy: page(() => import('#features/help/accessibility-page.tsx'), 'AccessibilityPage') },
  { path: 'om', lazy: page(() => import('#features/help/about-page.tsx'), 'AboutPage') },
  { path: 'logga-in', lazy: page(() => import('#features/people/sign-in-page.tsx'), 'SignInPage') },
  { path: 'inloggad', lazy: page(() => import('#features/people/landing-page.tsx'), 'LandingPage') },
  { path: 'kom-igang', lazy: page(() => import('#features/people/set-up-page.tsx'), 'SetUpPage') },
  { path: 'inbjudan', lazy: page(() => import('#features/people/invitation-page.tsx'), 'InvitationPage') },
  { path: 'nytt-losenord', lazy: page(() => import('#features/people/reset-page.tsx'), 'ResetPage') },
  { path: 'konto', lazy: page(() => import('#features/people/account-page.tsx'), 'AccountPage') },
  { path: 'personer', lazy: page(() => import('#features/people/all-people-page.tsx'), 'AllPeoplePage') },
  { path: 'logg', lazy: page(() => import('#features/access-log/access-log-page.tsx'), 'AccessLogPage') },
  {
    path: 'loften/:promiseId/personer',
    lazy: page(() => import('#features/people/promise-people-page.tsx'), 'PromisePeoplePage'),
  },
  { path: '*', lazy: page(() => import('./not-found-page.tsx'), 'NotFoundPage') },
];

export const createRouter = () =>
  createBrowserRouter([
    {
      Component: Frame,
      HydrateFallback: Opening,
      // One error element inside the frame: navigation stays, whatever a page does.
      children: [{ ErrorBoundary: RouteError, children: pages }],
    },
  ]);

/** A lazily loaded page by the name it is exported under. */
function page<Name extends string, Page extends React.ComponentType>(
  load: () => Promise<Readonly<Record<Name, Page>>>,
  name: Name,
) {
  return async () => ({ Component: (await load())[name] });
}
