/** Texts of the sign-in. */
import type { session as indonesian } from '../id/session.ts';
import type { Texts } from '../texts.ts';

export const session: Texts<typeof indonesian> = {
  title: 'Who is working now?',
  committee: 'Committee / secretariat',
  withPin: 'sign in with PIN',
  newPin: 'make a PIN the first time',
  shared: 'This laptop is shared: everyone has a PIN of their own, so that nobody else reads their scores.',
  idle: 'When it is left alone for a while, the laptop returns to this screen. What was saved is kept; sign in again to go on.',
  forgotten: 'Forgot your PIN? The committee can set a new one for you on Devices.',
  pin: 'PIN',
  choosePin: 'New PIN',
  pinAgain: 'New PIN once more',
  newPinText: 'Make your own PIN and tell nobody. You need it each time you return to this laptop.',
  pinShape: 'A PIN has 4 to 8 digits.',
  pinDiffers: 'The two PINs differ. Type them again.',
  showPin: 'Show PIN',
  enter: 'Sign in',
  back: 'Back',
  forgottenCommittee: 'Forgot the PIN?',
  recovery: {
    title: 'Sign in with the recovery code',
    text: 'The recovery code was written down when the committee PIN was set. Once you are in, the new PIN applies; scores stay.',
    code: 'Recovery code',
    codeHint: 'Capital or small letters and hyphens make no difference.',
    codeMissing: 'Type the code first.',
    enter: 'Set the new PIN and sign in',
  },
  closeContest: 'Close this contest',
};
