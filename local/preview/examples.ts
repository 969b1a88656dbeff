import { type JobEdition, makeBaseline, makeDemoEditions } from "./job-editions.ts";

/** The examples that the preview can show besides your own `edition.json`. */
export const EXAMPLES = ["rich", "baseline", "quiet", "demo-day-2"] as const;
export type Example = (typeof EXAMPLES)[number];

export function isExample(name: string): name is Example {
  return EXAMPLES.some((example) => example === name);
}

/**
 * Says what to render for an example: its name if the edition is made up, otherwise the `edition.json` that the
 * job wrote in `folder`. The job runs once for each, on first use; about 5 s.
 */
export function createExamples(folder: string): (example: Example) => Promise<string> {
  const made = new Map<JobEdition, Promise<string>>();
  const once = (name: JobEdition, make: () => Promise<string>): Promise<string> => {
    const known = made.get(name) ?? make();
    made.set(name, known);
    known.catch(() => made.delete(name));
    return known;
  };
  return async (example) => {
    switch (example) {
      case "baseline":
        return once("baseline", () => makeBaseline(folder));
      case "demo-day-2":
        return once("demo-day-2", async () => (await makeDemoEditions(folder))["demo-day-2"]);
      default:
        return example;
    }
  };
}
