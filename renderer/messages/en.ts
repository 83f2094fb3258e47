/** English, one file per feature. */
import { app } from './en/app.ts';
import { ceremony } from './en/ceremony.ts';
import { deliberation } from './en/deliberation.ts';
import { exports } from './en/export.ts';
import { help } from './en/help.ts';
import { history } from './en/history.ts';
import { imports } from './en/import.ts';
import { monitor } from './en/monitor.ts';
import { opening } from './en/opening.ts';
import { order } from './en/order.ts';
import { preparation } from './en/preparation.ts';
import { projector } from './en/projector.ts';
import { results } from './en/results.ts';
import { scoring } from './en/scoring.ts';
import { session } from './en/session.ts';
import { setup } from './en/setup.ts';
import { start } from './en/start.ts';
import { ui } from './en/ui.ts';
import type { id } from './id.ts';
import type { Texts } from './texts.ts';

export const en: Texts<typeof id> = {
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
};
