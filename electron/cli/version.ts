/** `version`: the program and the runtime it runs on, for a report about a problem. */
import { applicationVersion } from '../adapters/application-version.ts';
import { parseOptions, printJson, usageError, type Command } from './command.ts';

export const versionCommand: Command = {
  name: 'version',
  usage: '',
  async run(args, io) {
    const options = parseOptions(io, args, {}, 0);
    if (options.type === 'wrong-usage') return usageError(io, versionCommand, options.message);
    return printJson(io, { version: applicationVersion, node: process.versions.node });
  },
};
