/** The version of this program, as it is written into logs and told to other laptops. */
import packageJson from '../../package.json' with { type: 'json' };

export const applicationVersion = packageJson.version;
