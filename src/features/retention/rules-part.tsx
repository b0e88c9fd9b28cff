import { useState } from 'react';
import { type RetentionKind, type RetentionRule, retentionKinds } from '#domain/records/retention.ts';
import { formatDateWithYear } from '#domain/wording/days.ts';
import { useLanguage } from '#features/use-language.ts';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { Table } from '#ui/table.tsx';
import { type Translate, useWords } from '#ui/words.ts';
import { words } from './messages.ts';
import type { RetentionDesk } from './queries.ts';
import { RuleDialog } from './rule-dialog.tsx';

interface RulesPartProps {
  readonly desk: RetentionDesk;
  readonly mayChange: boolean;
}

/** What the decision says about each kind of information. */
export function RulesPart({ desk, mayChange }: RulesPartProps) {
  const t = useWords(words);
  const language = useLanguage();
  const [open, setOpen] = useState<RetentionKind>();
  const rules = new Map(desk.promise.retention?.rules.map((rule) => [rule.kind, rule]));
  return (
    <Section id="regler" title={t('rules')}>
      <Stack>
        <p>{t('rulesHint')}</p>
        <Table
          caption={t('rules')}
          captionHidden
          columns={[
            { key: 'kind', label: t('kind') },
            { key: 'rule', label: t('rule') },
            { key: 'decision', label: t('decision') },
            ...(mayChange ? [{ key: 'change', label: '' }] : []),
          ]}
          rows={retentionKinds.map((kind) => {
            const rule = rules.get(kind);
            return {
              key: kind,
              cells: [
                t(`kind-${kind}`),
                describeRule(rule, t),
                rule
                  ? t('decisionDay', { decision: rule.decision, day: formatDateWithYear(rule.decidedOn, language) })
                  : '',
                ...(mayChange
                  ? [
                      <Button
                        key="change"
                        aria-label={t('changeFor', { kind: t(`kind-${kind}`) })}
                        onClick={() => setOpen(kind)}
                      >
                        {t('change')}
                      </Button>,
                    ]
                  : []),
              ],
            };
          })}
        />
        {open && (
          <RuleDialog
            key={open}
            promise={desk.promise}
            kind={open}
            rule={rules.get(open)}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Stack>
    </Section>
  );
}

function describeRule(rule: RetentionRule | undefined, t: Translate<keyof typeof words.sv>): string {
  if (rule === undefined) return t('noRule');
  if (rule.action === 'keep') return t('ruleKeep');
  const from = rule.countedFrom === 'record-day' ? t('fromRecord') : t('fromPeriod');
  return t('ruleDispose', { years: rule.years ?? 0, from });
}
