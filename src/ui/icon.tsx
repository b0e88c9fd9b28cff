import {
  Archive,
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  Calendar,
  ChevronDown,
  ChevronRight,
  CircleHelp,
  CloudOff,
  Copy,
  Download,
  Ellipsis,
  ExternalLink,
  Eye,
  FileText,
  FileUp,
  Handshake,
  History,
  LayoutDashboard,
  List,
  LoaderCircle,
  LogIn,
  LogOut,
  Mail,
  MessageSquare,
  Pencil,
  Pin,
  Plus,
  Presentation,
  Printer,
  RefreshCw,
  Search,
  Settings,
  Share2,
  ShieldCheck,
  SquarePen,
  Trash2,
  Undo2,
  Upload,
  Users,
  X,
} from 'lucide-react';

const pictures = {
  add: Plus,
  archive: Archive,
  back: ArrowLeft,
  calendar: Calendar,
  close: X,
  comment: MessageSquare,
  copy: Copy,
  delete: Trash2,
  document: FileText,
  down: ArrowDown,
  download: Download,
  edit: Pencil,
  expand: ChevronDown,
  external: ExternalLink,
  forward: ChevronRight,
  help: CircleHelp,
  history: History,
  import: FileUp,
  list: List,
  loading: LoaderCircle,
  log: SquarePen,
  mail: Mail,
  meeting: Presentation,
  more: Ellipsis,
  next: ArrowRight,
  offline: CloudOff,
  overview: LayoutDashboard,
  parties: Users,
  pin: Pin,
  print: Printer,
  promise: Handshake,
  search: Search,
  settings: Settings,
  share: Share2,
  shield: ShieldCheck,
  'sign-in': LogIn,
  'sign-out': LogOut,
  sync: RefreshCw,
  undo: Undo2,
  up: ArrowUp,
  upload: Upload,
  view: Eye,
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
