/**
 * The table of screens: one line each, in the order of the navigation. A feature is added by its line here and by its
 * name in `messages/id/app.ts` (screen.*).
 */
import {
  Award,
  ClipboardCheck,
  ClipboardList,
  FileSpreadsheet,
  Gavel,
  History,
  Laptop,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  MonitorPlay,
  Printer,
  SlidersHorizontal,
  Trophy,
} from 'lucide-react';
import type { Chapter } from '../features/help/guide.ts';
import { lazyScreen, type LazyScreen } from './lazy-screen.tsx';

export interface Screen extends LazyScreen {
  readonly path: string;
  readonly name:
    | 'import'
    | 'setup'
    | 'order'
    | 'ready'
    | 'monitor'
    | 'devices'
    | 'results'
    | 'deliberation'
    | 'ceremony'
    | 'documents'
    | 'history'
    | 'scoring'
    | 'signOff';
  readonly role: 'committee' | 'seat';
  readonly section: 'before' | 'day' | 'after';
  /** Where the guide tells of it: page and heading. */
  readonly chapter: Chapter;
  readonly icon: LucideIcon;
}

export const screens: readonly Screen[] = [
  {
    path: '/impor',
    name: 'import',
    role: 'committee',
    section: 'before',
    chapter: 'sekretariat#mengimpor-daftar-peserta',
    icon: FileSpreadsheet,
    ...lazyScreen(async () => (await import('../features/import/import-screen.tsx')).ImportScreen),
  },
  {
    path: '/rubrik',
    name: 'setup',
    role: 'committee',
    section: 'before',
    chapter: 'panitia#menyusun-rubrik-dan-aturan',
    icon: SlidersHorizontal,
    ...lazyScreen(async () => (await import('../features/setup/setup-screen.tsx')).SetupScreen),
  },
  {
    path: '/urutan',
    name: 'order',
    role: 'committee',
    section: 'before',
    chapter: 'panitia#urutan-tampil',
    icon: ListOrdered,
    ...lazyScreen(async () => (await import('../features/order/order-screen.tsx')).OrderScreen),
  },
  {
    path: '/siap',
    name: 'ready',
    role: 'committee',
    section: 'before',
    chapter: 'panitia#sebelum-hari-h',
    icon: ListChecks,
    ...lazyScreen(async () => (await import('../features/preparation/ready-screen.tsx')).ReadyScreen),
  },
  {
    path: '/pemantauan',
    name: 'monitor',
    role: 'committee',
    section: 'day',
    chapter: 'panitia#selama-presentasi',
    icon: MonitorPlay,
    ...lazyScreen(async () => (await import('../features/monitor/monitor-screen.tsx')).MonitorScreen),
  },
  {
    path: '/perangkat',
    name: 'devices',
    role: 'committee',
    section: 'day',
    chapter: 'panitia#menyambungkan-laptop-juri',
    icon: Laptop,
    ...lazyScreen(async () => (await import('../features/devices/devices-screen.tsx')).DevicesScreen),
  },
  {
    path: '/peringkat',
    name: 'results',
    role: 'committee',
    section: 'after',
    chapter: 'panitia#musyawarah',
    icon: Trophy,
    ...lazyScreen(async () => (await import('../features/results/results-screen.tsx')).ResultsScreen),
  },
  {
    path: '/musyawarah',
    name: 'deliberation',
    role: 'committee',
    section: 'after',
    chapter: 'panitia#menyegel-hasil',
    icon: Gavel,
    ...lazyScreen(async () => (await import('../features/deliberation/deliberation-screen.tsx')).DeliberationScreen),
  },
  {
    path: '/pengumuman',
    name: 'ceremony',
    role: 'committee',
    section: 'after',
    chapter: 'panitia#pengumuman',
    icon: Award,
    ...lazyScreen(async () => (await import('../features/ceremony/ceremony-screen.tsx')).CeremonyScreen),
  },
  {
    path: '/dokumen',
    name: 'documents',
    role: 'committee',
    section: 'after',
    chapter: 'panitia#dokumen',
    icon: Printer,
    ...lazyScreen(async () => (await import('../features/export/export-screen.tsx')).ExportScreen),
  },
  {
    path: '/riwayat',
    name: 'history',
    role: 'committee',
    section: 'after',
    chapter: 'panitia#riwayat',
    icon: History,
    ...lazyScreen(async () => (await import('../features/history/history-screen.tsx')).HistoryScreen),
  },
  {
    path: '/penilaian',
    name: 'scoring',
    role: 'seat',
    section: 'day',
    chapter: 'juri#2-menilai',
    icon: ClipboardList,
    ...lazyScreen(async () => (await import('../features/scoring/scoring-screen.tsx')).ScoringScreen),
  },
  {
    path: '/pengesahan',
    name: 'signOff',
    role: 'seat',
    section: 'after',
    chapter: 'juri#4-mengesahkan',
    icon: ClipboardCheck,
    ...lazyScreen(async () => (await import('../features/scoring/sign-off-screen.tsx')).SignOffScreen),
  },
];

/** Where a person arrives after signing in. */
export const firstScreen = { committee: '/pemantauan', seat: '/penilaian' } as const;

/** The code of the screen where a person will arrive, while main still reads the folder. */
export function readAhead(role: Screen['role']): void {
  screens.find(({ path }) => path === firstScreen[role])?.readAhead();
}
