/**
 * The table of screens: one line each, in the order of the navigation. A feature is added by its line here and by its
 * name in `messages/id/app.ts` (screen.*).
 */
import {
  Award,
  ClipboardCheck,
  ClipboardList,
  FileSpreadsheet,
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
import { lazy, type ComponentType } from 'react';
import type { Chapter } from '../features/help/guide.ts';

export interface Screen {
  readonly path: string;
  readonly name:
    | 'import'
    | 'setup'
    | 'order'
    | 'ready'
    | 'monitor'
    | 'devices'
    | 'results'
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
  readonly View: ComponentType;
}

export const screens: readonly Screen[] = [
  {
    path: '/impor',
    name: 'import',
    role: 'committee',
    section: 'before',
    chapter: 'sekretariat#mengimpor-daftar-peserta',
    icon: FileSpreadsheet,
    View: lazily(async () => (await import('../features/import/import-screen.tsx')).ImportScreen),
  },
  {
    path: '/rubrik',
    name: 'setup',
    role: 'committee',
    section: 'before',
    chapter: 'panitia#menyusun-rubrik-dan-aturan',
    icon: SlidersHorizontal,
    View: lazily(async () => (await import('../features/setup/setup-screen.tsx')).SetupScreen),
  },
  {
    path: '/urutan',
    name: 'order',
    role: 'committee',
    section: 'before',
    chapter: 'panitia#urutan-tampil',
    icon: ListOrdered,
    View: lazily(async () => (await import('../features/order/order-screen.tsx')).OrderScreen),
  },
  {
    path: '/siap',
    name: 'ready',
    role: 'committee',
    section: 'before',
    chapter: 'panitia#sebelum-hari-h',
    icon: ListChecks,
    View: lazily(async () => (await import('../features/preparation/ready-screen.tsx')).ReadyScreen),
  },
  {
    path: '/pemantauan',
    name: 'monitor',
    role: 'committee',
    section: 'day',
    chapter: 'panitia#selama-presentasi',
    icon: MonitorPlay,
    View: lazily(async () => (await monitorScreen()).MonitorScreen),
  },
  {
    path: '/perangkat',
    name: 'devices',
    role: 'committee',
    section: 'day',
    chapter: 'panitia#menyambungkan-laptop-juri',
    icon: Laptop,
    View: lazily(async () => (await import('../features/devices/devices-screen.tsx')).DevicesScreen),
  },
  {
    path: '/peringkat',
    name: 'results',
    role: 'committee',
    section: 'after',
    chapter: 'panitia#musyawarah',
    icon: Trophy,
    View: lazily(async () => (await import('../features/results/results-screen.tsx')).ResultsScreen),
  },
  {
    path: '/pengumuman',
    name: 'ceremony',
    role: 'committee',
    section: 'after',
    chapter: 'panitia#pengumuman',
    icon: Award,
    View: lazily(async () => (await import('../features/ceremony/ceremony-screen.tsx')).CeremonyScreen),
  },
  {
    path: '/dokumen',
    name: 'documents',
    role: 'committee',
    section: 'after',
    chapter: 'panitia#dokumen',
    icon: Printer,
    View: lazily(async () => (await import('../features/export/export-screen.tsx')).ExportScreen),
  },
  {
    path: '/riwayat',
    name: 'history',
    role: 'committee',
    section: 'after',
    chapter: 'panitia#riwayat',
    icon: History,
    View: lazily(async () => (await import('../features/history/history-screen.tsx')).HistoryScreen),
  },
  {
    path: '/penilaian',
    name: 'scoring',
    role: 'seat',
    section: 'day',
    chapter: 'juri#2-menilai',
    icon: ClipboardList,
    View: lazily(async () => (await scoringScreen()).ScoringScreen),
  },
  {
    path: '/pengesahan',
    name: 'signOff',
    role: 'seat',
    section: 'after',
    chapter: 'juri#4-mengesahkan',
    icon: ClipboardCheck,
    View: lazily(async () => (await import('../features/scoring/sign-off-screen.tsx')).SignOffScreen),
  },
];

/** Where a person arrives after signing in. */
export const firstScreen = { committee: '/pemantauan', seat: '/penilaian' } as const;

/** The code of the screen where a person will arrive, while main still reads the folder. */
export function readAhead(role: Screen['role']): void {
  void (role === 'committee' ? monitorScreen() : scoringScreen());
}

function monitorScreen() {
  return import('../features/monitor/monitor-screen.tsx');
}

function scoringScreen() {
  return import('../features/scoring/scoring-screen.tsx');
}

/** Its code is loaded when somebody goes there. */
function lazily(load: () => Promise<ComponentType>): ComponentType {
  return lazy(async () => ({ default: await load() }));
}
