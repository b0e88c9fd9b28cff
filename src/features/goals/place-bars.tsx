import { formatOutOf } from '#domain/wording/numbers.ts';
import { useLanguage } from '#features/use-language.ts';
import { BulletBar } from '#ui/bullet-bar.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';

interface PlaceBarsProps {
  readonly places: readonly { readonly place: string; readonly sum: number; readonly value: number }[];
}

/** A goal that holds at each place has a bar for each. */
export function PlaceBars({ places }: PlaceBarsProps) {
  const language = useLanguage();
  return (
    <DefinitionList
      items={places.map(({ place, sum, value }) => {
        const text = formatOutOf(sum, value, language);
        return {
          key: place,
          term: `${place}: ${text}`,
          value: <BulletBar label={`${place}: ${text}`} value={sum} target={value} />,
        };
      })}
    />
  );
}
