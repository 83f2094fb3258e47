/** Functions that want to be told of something, for as long as they have not unsubscribed. */

export interface Listeners<Message> {
  /** Returns the function that unsubscribes. */
  readonly add: (listener: (message: Message) => void) => () => void;
  readonly tell: (message: Message) => void;
}

export function createListeners<Message>(): Listeners<Message> {
  const listeners = new Set<(message: Message) => void>();
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (message) => {
      for (const listener of listeners) listener(message);
    },
  };
}
