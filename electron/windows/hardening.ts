/**
 * What no window may do, whatever its page says: leave our own scheme, open other windows, ask for permissions, reach a
 * network, attach a webview. Set once for the whole application, before the first window.
 */
import { app, session, type Session } from 'electron';
import { isAppAddress } from './app-scheme.ts';

/** `mayUseCamera`: at this moment, by the window of the application alone. */
export function hardenApplication(warn: (message: string) => void, mayUseCamera: () => boolean): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(() => {
      warn('a new window was refused');
      return { action: 'deny' };
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    const stayHome = (event: { readonly url: string; readonly preventDefault: () => void }) => {
      if (isAppAddress(event.url)) return;
      warn('a navigation was refused');
      event.preventDefault();
    };
    contents.on('will-navigate', stayHome);
    contents.on('will-redirect', stayHome);
    contents.on('will-frame-navigate', stayHome);
  });
  hardenSession(session.defaultSession, warn, mayUseCamera);
}

export function hardenSession(
  target: Session,
  warn: (message: string) => void,
  mayUseCamera: () => boolean = () => false,
): void {
  target.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isCamera = permission === 'media' && media.length === 1 && media[0] === 'video';
    const isAllowed = isCamera && isAppAddress(details.requestingUrl) && mayUseCamera();
    if (!isAllowed) warn(`the permission ${permission} was refused`);
    decide(isAllowed);
  });
  target.setPermissionCheckHandler(
    (_contents, permission, _origin, { mediaType }) =>
      permission === 'media' && mediaType === 'video' && mayUseCamera(),
  );
  target.setDevicePermissionHandler(() => false);
  target.on('will-download', (event) => event.preventDefault());
  // Only our own scheme, and pictures and prints that the page made itself.
  target.webRequest.onBeforeRequest((details, decide) => {
    const allowed = isAppAddress(details.url) || /^(data|blob|devtools):/.test(details.url);
    if (!allowed) warn('a request to the network was cancelled');
    decide({ cancel: !allowed });
  });
}
