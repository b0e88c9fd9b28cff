import {
  ArrowDown,
  ArrowUp,
  ChevronDown,
  ChevronRight,
  Copy,
  Download,
  LogIn,
  LogOut,
  Pencil,
  Printer,
  RefreshCw,
  Trash2,
  Undo2,
} from 'lucide-react';
import { IconPicture, type IconProps } from './icon.tsx';

const pictures = {
  copy: Copy,
  delete: Trash2,
  down: ArrowDown,
  download: Download,
  edit: Pencil,
  expand: ChevronDown,
  forward: ChevronRight,
  print: Printer,
  'sign-in': LogIn,
  'sign-out': LogOut,
  sync: RefreshCw,
  undo: Undo2,
  up: ArrowUp,
} as const;

export type ToolIconName = keyof typeof pictures;

/** A picture beside a word, of what is done on some page. */
export const ToolIcon = ({ name, size }: IconProps<ToolIconName>) => (
  <IconPicture picture={pictures[name]} size={size} />
);
