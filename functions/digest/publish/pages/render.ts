import { compareStories } from "../../revision/compare.ts";
import type { Story } from "../../story/types.ts";
import { templateNamed } from "../template-named.ts";
import { type Comparison, comparisonView } from "./comparison-view.ts";
import { templates } from "./compiled-templates.js";
import type { ComparisonView } from "./view-types.ts";

const printComparison = templateNamed<ComparisonView>(templates, "pages/comparison.html");

/**
 * The page that shows what a revision did: a whole document in HTML, for light and dark screens, phones and paper, that
 * loads nothing and runs no script. The same stories give the same bytes. `names` are what it calls the versions, by
 * default their keys; `history` is where a link leads to the story's history, by default nowhere. Costs a comparison, and some bytes for every sentence.
 */
export function renderComparison(
  before: Story,
  after: Story,
  options: Pick<Comparison, "names" | "history" | "inOrder"> = {},
): string {
  const revision = compareStories(before, after);
  return renderPage(comparisonView({ ...options, before, after, revision }));
}

/** The same of a view: every value escaped by the template. */
export function renderPage(view: ComparisonView): string {
  return printComparison(view);
}
