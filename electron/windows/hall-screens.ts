/** All windows of the hall: the projector, and those that the committee named (rule W11). No two of them fill one display. */
import { onProjectorReady } from '../ipc/projector-ready.ts';
import type { ProjectorScreen } from '../shell/ports.ts';
import type { ProjectorView } from '../../shared/ceremony/view.ts';
import { appPage } from './app-scheme.ts';
import { createOperatorRoom } from './operator-room.ts';
import { createProjectorScreen, type HallScreen, type ProjectorOptions } from './projector-window.ts';

export interface HallScreensOptions extends Omit<ProjectorOptions, 'room' | 'others' | 'offers' | 'key'> {
  /** The picture of a window by its id. */
  readonly windowView: (id: string) => ProjectorView;
}

export interface HallScreens {
  readonly projector: ProjectorScreen;
  readonly hallWindow: (id: string) => ProjectorScreen;
}

const projectorKey = 'proyektor';

export function createHallScreens({ windowView, ...options }: HallScreensOptions): HallScreens {
  const room = createOperatorRoom(options.operator);
  const screens = new Map<string, HallScreen>();
  const projector = screenOf(projectorKey, options.view);
  onProjectorReady({
    screens: () =>
      [...screens.values()].flatMap(({ webContentsId, refresh }) => {
        const id = webContentsId();
        return id === null ? [] : [{ trusted: { webContentsId: id, page: appPage('projector.html') }, refresh }];
      }),
    warn: options.warn,
  });
  return { projector, hallWindow: (id) => screenOf(`layar-${id}`, () => windowView(id)) };

  function screenOf(key: string, view: () => ProjectorView): HallScreen {
    const known = screens.get(key);
    if (known !== undefined) return known;
    const others = () => [...screens].flatMap(([other, screen]) => (other === key || !screen.isOpen() ? [] : [screen]));
    const screen = createProjectorScreen({ ...options, key, view, room, others, offers: key === projectorKey });
    screens.set(key, screen);
    return screen;
  }
}
