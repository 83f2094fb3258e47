/** Which keys do something, on every screen and on one. What they do is said in `keys.does` of the messages. */
import type { help } from '../../messages/id/help.ts';

export interface Keys {
  /** Each way: keys pressed together. */
  readonly ways: readonly (readonly string[])[];
  readonly does: keyof (typeof help)['keys']['does'];
}

/** Said in the language of the window. */
export const space = 'space';

export const keysEverywhere: readonly Keys[] = [
  { ways: [['F1']], does: 'guide' },
  { ways: [['?']], does: 'keys' },
  { ways: [['Ctrl', 'K']], does: 'find' },
  { ways: [['Ctrl', ',']], does: 'settings' },
  { ways: [['Tab']], does: 'next' },
  { ways: [['Esc']], does: 'close' },
  {
    ways: [
      ['Ctrl', '+'],
      ['Ctrl', '-'],
      ['Ctrl', '0'],
    ],
    does: 'zoom',
  },
  { ways: [['F11']], does: 'fullScreen' },
];

/** By the name of the screen; the others have none of their own. */
export const keysOfScreen: Readonly<Record<string, readonly Keys[]>> = {
  scoring: [
    { ways: [['Enter']], does: 'saveScore' },
    { ways: [['↑'], ['↓']], does: 'step' },
    {
      ways: [
        ['Shift', '↑'],
        ['Shift', '↓'],
      ],
      does: 'bigStep',
    },
    { ways: [['Ctrl', 'Z']], does: 'undo' },
    { ways: [['PageDown'], ['PageUp']], does: 'otherGroup' },
  ],
  setup: [{ ways: [['Enter']], does: 'addJuror' }],
  order: [
    {
      ways: [
        ['Alt', '↑'],
        ['Alt', '↓'],
      ],
      does: 'moveRow',
    },
  ],
  monitor: [
    { ways: [['←'], ['→'], ['↑'], ['↓']], does: 'walkBoard' },
    { ways: [['Home'], ['End']], does: 'rowEnds' },
    { ways: [['Enter']], does: 'openCell' },
  ],
  ceremony: [
    { ways: [['→'], ['PageDown'], [space]], does: 'reveal' },
    { ways: [['←'], ['PageUp']], does: 'back' },
    { ways: [['B']], does: 'blank' },
  ],
};
