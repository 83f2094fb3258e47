/** Entry of the projector window: shows the picture that the main process sends, and holds nothing else. */
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/plus-jakarta-sans/wght.css';
import './projector.css';
import { createRoot } from 'react-dom/client';
import type { ProjectorApi } from '../../shared/ipc/contract.ts';
import { present } from '../../shared/lib/assert.ts';
import { startMessages } from '../messages/i18n.ts';
import { Projector } from './projector.tsx';

declare global {
  interface Window {
    readonly gelarJuriProjector?: ProjectorApi;
  }
}

startMessages();
const api = present(window.gelarJuriProjector, 'the preload has put the contract on the window');
createRoot(present(document.getElementById('root'), 'the page has its root')).render(<Projector api={api} />);
