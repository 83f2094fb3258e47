/**
 * The table of screens: one line each, in the order of the navigation. A feature is added by its line here and by its
 * name in `messages/id/app.ts` (screen.*).
 */
import {
  Award,
  ClipboardCheck,
  ClipboardList,
  FileSpreadsheet,
  Laptop,
  ListOrdered,
  type LucideIcon,
  MonitorPlay,
  Printer,
  SlidersHorizontal,
  Trophy,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { CeremonyScreen } from '../features/ceremony/ceremony-screen.tsx';
import { ExportScreen } from '../features/export/export-screen.tsx';
import { ImportScreen } from '../features/import/import-screen.tsx';
import { DevicesScreen } from '../features/devices/devices-screen.tsx';
import { MonitorScreen } from '../features/monitor/monitor-screen.tsx';
import { OrderScreen } from '../features/order/order-screen.tsx';
import { ResultsScreen } from '../features/results/results-screen.tsx';
import { ScoringScreen } from '../features/scoring/scoring-screen.tsx';
import { SignOffScreen } from '../features/scoring/sign-off-screen.tsx';
import { SetupScreen } from '../features/setup/setup-screen.tsx';

export interface Screen {
  readonly path: string;
  readonly name:
    | 'import'
    | 'setup'
    | 'order'
    | 'monitor'
    | 'devices'
    | 'results'
    | 'ceremony'
    | 'documents'
    | 'scoring'
    | 'signOff';
  readonly role: 'committee' | 'seat';
  readonly section: 'before' | 'day' | 'after';
  readonly icon: LucideIcon;
  readonly View: ComponentType;
}

export const screens: readonly Screen[] = [
  { path: '/impor', name: 'import', role: 'committee', section: 'before', icon: FileSpreadsheet, View: ImportScreen },
  { path: '/rubrik', name: 'setup', role: 'committee', section: 'before', icon: SlidersHorizontal, View: SetupScreen },
  { path: '/urutan', name: 'order', role: 'committee', section: 'before', icon: ListOrdered, View: OrderScreen },
  { path: '/pemantauan', name: 'monitor', role: 'committee', section: 'day', icon: MonitorPlay, View: MonitorScreen },
  { path: '/perangkat', name: 'devices', role: 'committee', section: 'day', icon: Laptop, View: DevicesScreen },
  { path: '/peringkat', name: 'results', role: 'committee', section: 'after', icon: Trophy, View: ResultsScreen },
  { path: '/pengumuman', name: 'ceremony', role: 'committee', section: 'after', icon: Award, View: CeremonyScreen },
  { path: '/dokumen', name: 'documents', role: 'committee', section: 'after', icon: Printer, View: ExportScreen },
  { path: '/penilaian', name: 'scoring', role: 'seat', section: 'day', icon: ClipboardList, View: ScoringScreen },
  { path: '/pengesahan', name: 'signOff', role: 'seat', section: 'after', icon: ClipboardCheck, View: SignOffScreen },
];

/** Where a person arrives after signing in. */
export const firstScreen = { committee: '/pemantauan', seat: '/penilaian' } as const;
