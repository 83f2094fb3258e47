/**
 * Private keys at rest: sealed by the system's key store where it really protects. Linux without one falls back to a fixed
 * password (`basic_text`), which protects nothing: then the file's mode alone guards the keys, and the folder says so.
 */
import { safeStorage } from 'electron';
import { fileModeProtection, type Protection, type Protections } from './sealed-file.ts';

/** For new keys the first one; existing keys are opened by whichever fits. */
export function keyProtections(): Protections {
  return isReal() ? [systemProtection, fileModeProtection] : [fileModeProtection];
}

const systemProtection: Protection = {
  kind: 'system',
  seal: (text) => safeStorage.encryptString(text).toString('base64'),
  open: (sealed) => {
    try {
      return safeStorage.decryptString(Buffer.from(sealed, 'base64'));
    } catch {
      return null;
    }
  },
};

function isReal(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  if (process.platform !== 'linux') return true;
  return !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
}
