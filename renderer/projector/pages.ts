/** A list that does not fit on one picture is shown page by page, each as long as it takes to be read. */
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { fit, onResize } from './fit.ts';

const pageMs = 9_000;

interface Pages<Box> {
  readonly box: RefObject<Box | null>;
  /** From 0. */
  readonly page: number;
  /** How many of them; before they are known more than one, if there can be. */
  readonly pages: number;
  /** Whether the item at that place stands on this page. */
  readonly isShown: (index: number) => boolean;
}

/** The box holds the items, each marked `data-item`; no page has more than `most` of them. `key` tells another content. */
export function usePages<Box extends HTMLElement>(key: string, count: number, most: number): Pages<Box> {
  const box = useRef<Box>(null);
  /** The first item of each page; null: all of them stand there to be measured. */
  const [starts, setStarts] = useState<readonly number[] | null>(null);
  const [turned, setTurned] = useState(0);
  const pages = starts?.length ?? 1;
  const page = turned % pages;
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const isWhole = fit(element);
    if (starts !== null) return onResize(() => (pages > 1 ? setStarts(null) : void fit(element)));
    setStarts(isWhole && count <= most ? [0] : startsIn(element, most));
  }, [key, starts, page, pages, count, most]);
  useEffect(() => {
    if (pages === 1) return;
    const interval = setInterval(() => setTurned((before) => before + 1), pageMs);
    return () => clearInterval(interval);
  }, [pages]);
  const from = starts?.[page] ?? 0;
  const to = starts?.[page + 1] ?? count;
  // What is measured has the room that a page has, with its count above it.
  const said = starts === null && count > 1 ? 2 : pages;
  return { box, page, pages: said, isShown: (index) => index >= from && index < to };
}

/** As many on each page as there is room for, at the size at which they stand there. */
function startsIn(element: HTMLElement, most: number): readonly number[] {
  const items = [...element.querySelectorAll('[data-item]')].map((each) => each.getBoundingClientRect());
  const [first, second] = items;
  const last = items.at(-1);
  if (first === undefined || second === undefined || last === undefined) return [0];
  const gap = second.top - first.bottom;
  const others = Math.max(0, element.scrollHeight - (last.bottom - first.top));
  const room = element.clientHeight - others;
  const starts = [0];
  let taken = 0;
  for (const [index, { height }] of items.entries()) {
    const begun = index - (starts.at(-1) ?? 0);
    if (begun > 0 && (begun === most || taken + gap + height > room)) {
      starts.push(index);
      taken = height;
    } else taken += (begun === 0 ? 0 : gap) + height;
  }
  return starts;
}
