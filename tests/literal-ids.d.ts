/** In the tests' programs alone a text passes for any id, so that a test may write an id as it stands (`shared/domain/ids.ts`). */
import '../shared/domain/ids.ts';

declare module '../shared/domain/ids.ts' {
  interface IdStrictness {
    readonly literals: true;
  }
}
