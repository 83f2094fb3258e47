/** Texts of the kit. */
import type { ui as indonesian } from '../id/ui.ts';
import type { Texts } from '../texts.ts';

export const ui: Texts<typeof indonesian> = {
  hallPicture: {
    choose: 'Choose picture…',
    replace: 'Replace picture…',
    remove: 'Remove picture',
    refused: {
      'too-many-bytes': '{{name}} is larger than {{megabytes}} MB. Choose a smaller picture.',
      'too-many-pixels': '{{name}} has more than {{megapixels}} million pixels. Choose a smaller picture.',
      damaged: '{{name}} is damaged, or no PNG, JPEG or WebP picture. Save the picture again, then choose it anew.',
    },
  },
  outwardLanguage: { documents: 'Language of the documents', projector: 'Language on the announcement screen' },
  /** Of a result that stands. */
  signOff: { ready: 'Ready to announce', unsigned: 'Complete, not signed off' },
  cancel: 'Cancel',
  close: 'Close',
  confirm: 'Yes, go on',
  contestantNumber: 'No. {{number}}',
  contestantSlot: 'On at {{slot}}',
  noNumber: 'no number yet',
  reason: {
    label: 'Reason',
    missing: 'Write the reason first.',
    hint: 'This reason is recorded; the committee and the juror concerned can read it.',
  },
  decimal: {
    notANumber: '“{{text}}” is not a number. Write for example 87.5.',
    twoMeanings: '“{{text}}” may mean two numbers. Write {{thousands}} or {{decimal}}.',
    tooManyPlaces: 'At most {{places}} digits after the point.',
    up: 'Increase by {{step}}: {{label}}',
    down: 'Decrease by {{step}}: {{label}}',
    notSaved: 'Not saved yet',
  },
  leave: {
    title: 'Something you typed is not saved',
    text: 'This is not saved yet. If you go on now, it is lost:',
    stay: 'Correct it first',
    confirm: 'Go on without saving',
  },
  progress: '{{done}} of {{total}}',
  moreProblems: 'and {{count}} more',
};
