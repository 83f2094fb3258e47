/** Every channel of the contract with its handler. */
import type { AllHandlers } from '../ipc/register.ts';
import { ceremonyHandlers } from './ceremony-handlers.ts';
import { contestHandlers } from './contest-handlers.ts';
import { documentHandlers } from './document-handlers.ts';
import { folderHandlers } from './folder-handlers.ts';
import { joinHandlers } from './join-handlers.ts';
import { networkHandlers } from './network-handlers.ts';
import { sessionHandlers } from './session-handlers.ts';
import type { Shell } from './shell.ts';

export function allHandlers(shell: Shell): AllHandlers {
  const folder = folderHandlers(shell);
  const person = sessionHandlers(shell);
  const contest = contestHandlers(shell);
  const joining = joinHandlers(shell);
  const network = networkHandlers(shell);
  const documents = documentHandlers(shell);
  const ceremony = ceremonyHandlers(shell);
  return {
    plain: {
      'app-state': folder['app-state'],
      'recent-folders': folder['recent-folders'],
      'forget-recent': folder['forget-recent'],
      'rubric-templates': folder['rubric-templates'],
      'close-folder': folder['close-folder'],
      'find-contests': joining['find-contests'],
      'cancel-join': joining['cancel-join'],
      'drop-invitation': joining['drop-invitation'],
      'use-camera': joining['use-camera'],
      'sign-out': person['sign-out'],
      'load-events': contest['load-events'],
      'save-status': network['save-status'],
      'clock-offset': network['clock-offset'],
      'network-status': network['network-status'],
      'show-in-folder': documents['show-in-folder'],
      'ceremony-state': ceremony['ceremony-state'],
      'close-projector': ceremony['close-projector'],
      'project-picture': ceremony['project-picture'],
      'dismiss-projector-notice': ceremony['dismiss-projector-notice'],
      'stage-time': ceremony['stage-time'],
      'remember-place': person['remember-place'],
      'recall-place': person['recall-place'],
    },
    fallible: {
      'move-folder': folder['move-folder'],
      'recover-keys': folder['recover-keys'],
      'choose-contest-file': folder['choose-contest-file'],
      'create-contest': folder['create-contest'],
      'open-folder': folder['open-folder'],
      'recover-folder': folder['recover-folder'],
      'read-invitation': joining['read-invitation'],
      'open-invitation': joining['open-invitation'],
      'opened-invitation': joining['opened-invitation'],
      'save-invitations': network['save-invitations'],
      'join-contest': joining['join-contest'],
      'sign-in': person['sign-in'],
      'set-pin': person['set-pin'],
      'make-recovery-code': person['make-recovery-code'],
      'recover-committee': person['recover-committee'],
      'add-local-seat': person['add-local-seat'],
      execute: contest.execute,
      'preview-import': contest['preview-import'],
      'move-committee': network['move-committee'],
      'start-listening': network['start-listening'],
      'renew-invitation': network['renew-invitation'],
      'answer-asking': network['answer-asking'],
      'admit-all': network['admit-all'],
      'revoke-device': network['revoke-device'],
      'save-workbook': documents['save-workbook'],
      'save-contest-file': documents['save-contest-file'],
      'print-recap': documents['print-recap'],
      'print-codes': documents['print-codes'],
      'save-backup': documents['save-backup'],
      'open-projector': ceremony['open-projector'],
      'start-ceremony': ceremony['start-ceremony'],
      'move-ceremony': ceremony['move-ceremony'],
    },
  };
}
