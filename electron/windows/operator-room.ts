/** The main window makes room for windows of the hall on its own display, and has it back once none of them needs it any more (rule W6). */
import type { BrowserWindow } from 'electron';
import type { Area } from './bounds.ts';

export interface OperatorRoom {
  /** `taker`: which window needs it. */
  readonly make: (taker: string, area: Area) => void;
  readonly giveBack: (taker: string) => void;
}

export function createOperatorRoom(operatorWindow: () => BrowserWindow | null): OperatorRoom {
  const takers = new Set<string>();
  /** Where it stood before it made room. */
  let before: { readonly bounds: Area; readonly isMaximized: boolean } | null = null;
  return { make, giveBack };

  function make(taker: string, area: Area): void {
    const operator = operatorWindow();
    if (operator === null || operator.isDestroyed()) return;
    takers.add(taker);
    before ??= { bounds: operator.getNormalBounds(), isMaximized: operator.isMaximized() };
    if (operator.isFullScreen()) operator.setFullScreen(false);
    if (operator.isMaximized()) operator.unmaximize();
    operator.setBounds(area);
  }

  function giveBack(taker: string): void {
    takers.delete(taker);
    const operator = operatorWindow();
    if (takers.size > 0 || before === null || operator === null || operator.isDestroyed()) return;
    operator.setBounds(before.bounds);
    if (before.isMaximized) operator.maximize();
    before = null;
  }
}
