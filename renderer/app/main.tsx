/** Placeholder entry of the main window. */
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<h1>Gelar Juri</h1>);
