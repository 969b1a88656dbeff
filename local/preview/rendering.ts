import { createExamples, isExample } from "./examples.ts";
import type { Preview } from "./preview-schema.ts";
import { renderInChild } from "./run-child.ts";

/**
 * Renders the examples and one file, and nothing else a page may ask for; each is rendered once between
 * changes, however many frames show it.
 */
export function createRendering(
  folder: string,
  file: string,
): { readonly render: (edition: string) => Promise<Preview>; readonly forget: () => void } {
  const exampleOf = createExamples(folder);
  const rendered = new Map<string, Promise<Preview>>();
  const renderNow = async (edition: string): Promise<Preview> => {
    if (!isExample(edition) && edition !== file) {
      throw new Error(`unknown edition "${edition}": choose an example, or start with --edition FILE`);
    }
    return renderInChild(isExample(edition) ? await exampleOf(edition) : edition);
  };
  return {
    render(edition) {
      const known = rendered.get(edition) ?? renderNow(edition);
      rendered.set(edition, known);
      return known;
    },
    forget: () => rendered.clear(),
  };
}
