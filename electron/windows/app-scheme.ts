/**
 * The windows' own scheme: `app://gelar-juri/` serves the files of out/renderer, pictures for the hall by their hash (rule W10), and
 * nothing else (rule V5). Every page gets a
 * Content-Security-Policy that allows only our own files and, for styles made at run time, the nonce of that one response.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hallPicturePath } from '../../shared/domain/hall-picture-address.ts';

export const appScheme = 'app';
const appHost = 'gelar-juri';
const appOrigin = `${appScheme}://${appHost}`;

/** What the pages carry in the place of the nonce. */
const noncePlaceholder = '__STYLE_NONCE__';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
};

/** The address of a page of ours, e.g. `app://gelar-juri/index.html`. */
export function appPage(name: 'index.html' | 'projector.html'): string {
  return `${appOrigin}/${name}`;
}

/** The address of a page that is only printed. */
export function paperPage(id: string): string {
  return `${appOrigin}/kertas/${id}`;
}

/** True for a page of ours, and not what stands in it. */
export function isAppPage(address: string): boolean {
  return address.startsWith(`${appOrigin}/`) && /^[^?#]*\.html(?:[?#]|$)/.test(address);
}

/** True for an address inside our scheme. */
export function isAppAddress(address: string): boolean {
  return address.startsWith(`${appOrigin}/`);
}

/**
 * Answers a request of a window from `root`; 404 for whatever is not one of its files. `picture`: the one of the open contest with
 * that hash. Read in one go: at the start of the application each further turn would wait for a piece of the contest's logs.
 */
export function serveApp(
  root: string,
  address: string,
  picture: (hash: string) => Buffer | null = () => null,
): Response {
  const shown = pictureIn(address);
  if (shown !== null) return pictureResponse(picture(shown));
  const file = fileOf(root, address);
  const contentType = file === null ? undefined : contentTypes[path.extname(file)];
  if (file === null || contentType === undefined) return notFound();
  const bytes = readIfThere(file);
  if (bytes === null) return notFound();
  const headers = { 'content-type': contentType, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
  if (path.extname(file) !== '.html') return new Response(new Uint8Array(bytes), { headers });
  const nonce = randomBytes(16).toString('base64');
  const page = bytes.toString('utf8').replaceAll(noncePlaceholder, nonce);
  return new Response(page, { headers: { ...headers, 'content-security-policy': contentPolicy(nonce) } });
}

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** The file that an address names, or null where it leads outside `root` or to another host. */
export function fileOf(root: string, address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host, pathname } = new URL(address);
  if (protocol !== `${appScheme}:` || host !== appHost) return null;
  const name = decode(pathname);
  if (name === null || name.includes('\0') || name.includes('\\')) return null;
  const file = path.join(root, name === '/' ? '/index.html' : name);
  return file.startsWith(root + path.sep) ? file : null;
}

function pictureIn(address: string): string | null {
  const start = `${appOrigin}${hallPicturePath}`;
  return address.startsWith(start) ? address.slice(start.length) : null;
}

function pictureResponse(bytes: Buffer | null): Response {
  if (bytes === null) return notFound();
  const headers = { 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
  return new Response(new Uint8Array(bytes), { headers });
}

function contentPolicy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

function notFound(): Response {
  return new Response('', { status: 404, headers: { 'content-security-policy': `default-src 'none'` } });
}
