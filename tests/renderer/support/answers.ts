/** A laptop whose shell also answers what the laptop in memory does not know: files, folders, the network. */
import type { Channel, InputOf, OutputOf } from '../../../shared/ipc/contract.ts';
import type { Laptop } from './laptop.ts';

export type Answers = {
  readonly [Name in Channel]?: (input: InputOf<Name>) => OutputOf<Name> | Promise<OutputOf<Name>>;
};

export function withAnswers(laptop: Laptop, answers: Answers): Laptop {
  const asked = laptop.asked as { channel: Channel; input: unknown }[];
  return {
    ...laptop,
    api: {
      ...laptop.api,
      request: async (channel, input) => {
        const answer = answers[channel];
        if (answer === undefined) return laptop.api.request(channel, input);
        asked.push({ channel, input });
        return answer(input as never);
      },
    },
  };
}
