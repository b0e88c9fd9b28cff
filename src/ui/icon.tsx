import {
  Calendar,
  CircleHelp,
  Ellipsis,
  Handshake,
  LayoutDashboard,
  List,
  type LucideIcon,
  Plus,
  Search,
  Settings,
  SquarePen,
} from 'lucide-react';

/** The pictures of the first screen; those of other pages are in `tool-icon.tsx`, so that nobody waits for them. */
const pictures = {
  add: Plus,
  calendar: Calendar,
  help: CircleHelp,
  list: List,
  log: SquarePen,
  more: Ellipsis,
  overview: LayoutDashboard,
  promise: Handshake,
  search: Search,
  settings: Settings,
} as const;

export type IconName = keyof typeof pictures;

export interface IconProps<Name extends string = IconName> {
  readonly name: Name;
  /** Pixels at normal text size; the icon grows with the text. Default 20. */
  readonly size?: number | undefined;
}

/** A picture beside a word. It is hidden from screen readers: the word says it. */
export const Icon = ({ name, size }: IconProps) => <IconPicture picture={pictures[name]} size={size} />;

interface IconPictureProps {
  readonly picture: LucideIcon;
  readonly size: number | undefined;
}

export function IconPicture({ picture: Picture, size = 20 }: IconPictureProps) {
  const length = `${size / 17}rem`;
  return <Picture width={length} height={length} strokeWidth={2} aria-hidden="true" focusable="false" />;
}
