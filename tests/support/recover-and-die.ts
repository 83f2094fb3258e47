/** Run as a process of its own: begins to mend the folder, and is killed after so many steps. Ends by itself when there are fewer. */
import { lockFolder } from '../../electron/adapters/folder-lock.ts';
import { lockFile, readFolderKeys } from '../../electron/contest/data-folder.ts';
import { recoverySteps } from '../../electron/contest/recover-folder.ts';
import { fileModeProtection } from '../../electron/adapters/files/sealed-file.ts';

const [dir = '', count = '1'] = process.argv.slice(2);
lockFolder(lockFile(dir));
const keys = readFolderKeys(dir, [fileModeProtection]);
if (!keys.ok) throw new Error(keys.error.type);
const steps = recoverySteps(dir, keys.value, fileModeProtection, new Date());
for (let step = 1; steps.next().done !== true; step += 1) {
  if (step === Number(count)) process.kill(process.pid, 'SIGKILL');
}
