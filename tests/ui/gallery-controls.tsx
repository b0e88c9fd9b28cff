import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Cluster } from '#ui/cluster.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Icon } from '#ui/icon.tsx';
import { LazyCommandPalette } from '#ui/lazy-command-palette.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Menu } from '#ui/menu.tsx';
import { Notice } from '#ui/notice.tsx';
import { Receipt } from '#ui/receipt.tsx';
import { Section } from '#ui/section.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Stack } from '#ui/stack.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { Tag } from '#ui/tag.tsx';
import { ToolIcon } from '#ui/tool-icon.tsx';

export function GalleryControls() {
  const [dialog, setDialog] = useState(false);
  const [palette, setPalette] = useState(false);
  return (
    <Section title="Kontroller">
      <Stack gap="loose">
        <Cluster>
          <Button kind="primary">Spara</Button>
          <Button onClick={() => setDialog(true)}>Öppna dialog</Button>
          <Button kind="quiet" onClick={() => setPalette(true)}>
            Öppna palett
          </Button>
          <Button kind="danger" icon={<ToolIcon name="delete" />}>
            Ta bort
          </Button>
          <Button kind="primary" busy>
            Arbetar
          </Button>
          <Button disabled>Går inte</Button>
          <LinkButton href="#x" kind="secondary" icon={<ToolIcon name="download" />}>
            Länk
          </LinkButton>
          <Menu
            label="Mer"
            icon={<Icon name="more" />}
            items={[
              { id: 'a', label: 'Ändra', icon: <ToolIcon name="edit" />, onSelect: () => undefined },
              { id: 'b', label: 'Ta bort', icon: <ToolIcon name="delete" />, danger: true, onSelect: () => undefined },
            ]}
          />
          <Tag>internt</Tag>
          <Tag kind="strong">Exempel</Tag>
        </Cluster>
        <Tabs
          label="Vy"
          items={[
            { id: 'goal', label: 'Mål', href: '#goal', current: true },
            { id: 'party', label: 'Part', href: '#party' },
            { id: 'rhythm', label: 'Rytm', href: '#rhythm' },
          ]}
          renderLink={(look) => <a {...look} />}
        />
        <Notice kind="info" title="Ny version finns">
          Uppdatera när det passar.
        </Notice>
        <Notice kind="warn" actions={<Button>Spara säkerhetskopia</Button>}>
          Webbläsaren får rensa lagringen.
        </Notice>
        <Notice kind="fail" title="Kunde inte delas">
          Servern svarade inte.
        </Notice>
        <Notice kind="done">Allt är delat.</Notice>
        <Notice kind="calm">Offline. 2 insatser väntar.</Notice>
        <Receipt
          title="Sparad i telefonen"
          state="Delad 14.06"
          actions={
            <>
              <Button>Ångra</Button>
              <Button kind="primary">Logga en till</Button>
              <Button>Klart</Button>
            </>
          }
        >
          Trafikkontroll centrum: nu 3 av 12. Efter takt, 10 borde vara gjorda.
        </Receipt>
        <Disclosure summary="Så räknar vi" open>
          En kontroll räknas när den varat minst 30 minuter.
        </Disclosure>
        <DefinitionList
          items={[
            { key: 'a', term: 'Period', value: '2026-01-01–2026-12-31' },
            { key: 'b', term: 'Parter', value: 'Polisen, Exempelstads kommun' },
          ]}
        />
        <EmptyState
          title="Inga insatser ännu"
          action={<Button kind="primary">Logga insats</Button>}
          lookAround={<a href="#y">Titta på ett exempelår</a>}
        >
          När den första insatsen är loggad syns den här.
        </EmptyState>
        <Skeleton />
      </Stack>
      <Dialog
        open={dialog}
        onClose={() => setDialog(false)}
        title="Ta bort insatsen?"
        actions={
          <>
            <Button kind="danger">Ta bort</Button>
            <Button onClick={() => setDialog(false)}>Behåll</Button>
          </>
        }
      >
        Den kan hämtas tillbaka i historiken.
      </Dialog>
      <LazyCommandPalette
        open={palette}
        onClose={() => setPalette(false)}
        items={[
          { id: '1', label: 'Logga insats', group: 'Handlingar', hint: 'N', onSelect: () => undefined },
          { id: '2', label: 'Minskad narkotikabrottslighet', group: 'Mål', onSelect: () => undefined },
          { id: '3', label: 'Trafikkontroller', group: 'Mål', hint: '2 av 12', onSelect: () => undefined },
        ]}
      />
    </Section>
  );
}
