import { Navigate } from 'react-router';
import { paths } from '#features/paths.ts';
import { useSettings } from '#features/use-settings.ts';

/** `/`: logging on small touch screens, the overview elsewhere, unless the person chose otherwise. */
export function StartPage() {
  const { settings, isRead } = useSettings();
  const isPhone = matchMedia('(pointer: coarse) and (max-width: 40em)').matches;
  const toLogging = settings.startPage === 'by-device' ? isPhone : settings.startPage === 'logging';
  if (!isRead) return null;
  return <Navigate to={toLogging ? paths.logging() : paths.overview()} replace />;
}
