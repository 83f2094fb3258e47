import { expect, test } from '@playwright/test';
import { launchApplication, withTemporaryFolder } from '../support/launch-application.ts';

test('the built application opens one window with its title', async () => {
  await withTemporaryFolder(async (userDataDir) => {
    const application = await launchApplication({ userDataDir });
    const window = await application.firstWindow();
    await expect(window).toHaveTitle(/Gelar Juri/);
    expect(application.windows()).toHaveLength(1);
    await application.close();
  });
});
