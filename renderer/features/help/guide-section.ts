/** One heading of the guide with what stands under it, as the build writes it (`tools/guide/pages.ts`). */
export interface GuideSection {
  /** As the forges make anchors of headings. */
  readonly anchor: string;
  readonly level: number;
  readonly title: string;
  readonly html: string;
  /** What is searched: the words alone. */
  readonly text: string;
}
