import {
  ArrowDown,
  ArrowUp,
  Calendar,
  ChevronDown,
  ChevronRight,
  CircleHelp,
  Copy,
  Download,
  Ellipsis,
  Handshake,
  LayoutDashboard,
  List,
  LogIn,
  LogOut,
  Pencil,
  Plus,
  Printer,
  RefreshCw,
  Search,
  Settings,
  SquarePen,
  Trash2,
  Undo2,
} from 'lucide-react';

const pictures = {
  add: Plus,
  calendar: Calendar,
  copy: Copy,
  delete: Trash2,
  down: ArrowDown,
  download: Download,
  edit: Pencil,
  expand: ChevronDown,
  forward: ChevronRight,
  help: CircleHelp,
  list: List,
  log: SquarePen,
  more: Ellipsis,
  overview: LayoutDashboard,
  print: Printer,
  promise: Handshake,
  search: Search,
  settings: Settings,
  'sign-in': LogIn,
  'sign-out': LogOut,
  sync: RefreshCw,
  undo: Undo2,
  up: ArrowUp,
} as const;

export type IconName = keyof typeof pictures;

export interface IconProps {
  readonly name: IconName;
  /** Pixels at normal text size; the icon grows with the text. Default 20. */
  readonly size?: number | undefined;
}

/** A picture beside a word. It is hidden from screen readers: the word says it. */
export function Icon({ name, size = 20 }: IconProps) {
  const Picture = pictures[name];
  const length = `${size / 17}rem`;
  return <Picture width={length} height={length} strokeWidth={2} aria-hidden="true" focusable="false" />;
}
