/** Bahasa Indonesia, one file per feature. */
import { app } from './id/app.ts';
import { ceremony } from './id/ceremony.ts';
import { deliberation } from './id/deliberation.ts';
import { exports } from './id/export.ts';
import { help } from './id/help.ts';
import { history } from './id/history.ts';
import { imports } from './id/import.ts';
import { monitor } from './id/monitor.ts';
import { opening } from './id/opening.ts';
import { order } from './id/order.ts';
import { preparation } from './id/preparation.ts';
import { projector } from './id/projector.ts';
import { results } from './id/results.ts';
import { scoring } from './id/scoring.ts';
import { session } from './id/session.ts';
import { setup } from './id/setup.ts';
import { start } from './id/start.ts';
import { ui } from './id/ui.ts';

export const id = {
  app,
  ui,
  start,
  preparation,
  session,
  import: imports,
  setup,
  order,
  scoring,
  monitor,
  results,
  deliberation,
  ceremony,
  opening,
  projector,
  export: exports,
  help,
  history,
} as const;
