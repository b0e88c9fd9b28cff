import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useLayoutEffect } from 'react';
import { IntlProvider } from 'react-intl';
import { RouterProvider } from 'react-router/dom';
import { type Services, ServicesContext } from '#features/services.ts';
import { useSettings } from '#features/use-settings.ts';
import type { TroubleSignal } from './database-trouble.ts';
import type { createRouter } from './router.tsx';
import { TroubleContext } from './trouble-context.ts';

interface AppProps {
  readonly services: Services;
  readonly trouble: TroubleSignal;
  readonly queryClient: QueryClient;
  readonly router: ReturnType<typeof createRouter>;
}

/** What holds the features together. */
export function App({ services, trouble, queryClient, router }: AppProps) {
  return (
    <QueryClientProvider client={queryClient}>
      <ServicesContext value={services}>
        <TroubleContext value={trouble}>
          <Appearance>
            <RouterProvider router={router} />
          </Appearance>
        </TroubleContext>
      </ServicesContext>
    </QueryClientProvider>
  );
}

/** Language, theme and sizes, as the person set them, on the root element where the tokens read them. */
function Appearance({ children }: { readonly children: ReactNode }) {
  const { settings } = useSettings();
  const locale = settings.language === 'en' ? 'en-SE' : 'sv-SE';

  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = settings.language;
    toggle(root, 'theme', settings.theme === 'system' ? undefined : settings.theme);
    toggle(root, 'textSize', settings.textSize === 'normal' ? undefined : settings.textSize);
    toggle(root, 'gloves', settings.gloves ? 'on' : undefined);
    toggle(root, 'sun', settings.sun ? 'on' : undefined);
  }, [settings]);

  return (
    <IntlProvider locale={locale} defaultLocale={locale}>
      {children}
    </IntlProvider>
  );
}

function toggle(root: HTMLElement, name: string, value: string | undefined) {
  if (value === undefined) delete root.dataset[name];
  else root.dataset[name] = value;
}
