/** Entry of the main window: one store over the shell's contract, one tree of screens. */
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/plus-jakarta-sans/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './global.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { kindBeingOpened, shell } from '../api/client.ts';
import { createContestStore } from '../contest/store.ts';
import { present } from '../../shared/lib/assert.ts';
import { startMessages } from '../messages/i18n.ts';
import { App } from './app.tsx';
import { applyAppearance } from './appearance.ts';
import { readAhead } from './screens.tsx';

// The page's policy forbids making code from text; schemas are read without it.
z.config({ jitless: true });
const opening = kindBeingOpened();
if (opening !== null) readAhead(opening === 'juror' ? 'seat' : opening);
startMessages();
applyAppearance();
const store = createContestStore(shell());
store.start();
createRoot(present(document.getElementById('root'), 'the page has its root')).render(<App store={store} />);
