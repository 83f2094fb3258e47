/** The nonce that the shell wrote into the page for styles that are made at run time; "" where there is no policy (tests). */
export function pageNonce(): string {
  return document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? '';
}
