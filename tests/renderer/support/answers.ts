/** A laptop whose shell also answers what the laptop in memory does not know: files, folders, the network. */
import type { AnswerOf, Channel, InputOf, OutputOf } from '../../../shared/ipc/contract.ts';
import { enveloped } from './enveloped.ts';
import type { Laptop } from './laptop.ts';

/** What the shell answers, or the value alone where it is no refusal. */
type Given<Name extends Channel> = AnswerOf<Name> | OutputOf<Name>;

export type Answers = {
  readonly [Name in Channel]?: (input: InputOf<Name>) => Given<Name> | Promise<Given<Name>>;
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
        return enveloped(await answer(input as never)) as never;
      },
    },
  };
}
