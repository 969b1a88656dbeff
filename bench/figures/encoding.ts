import { repairText } from "../../functions/digest/story/encoding/repair.ts";
import { readEncodingCases } from "../data/data-folder.ts";
import type { Measurement } from "../measures/figure.ts";

/**
 * How many broken texts are repaired, how many others are correctly left alone, and whether repairing twice
 * gives the same result.
 */
export function measureEncoding(folder: string): Measurement[] {
  const cases = readEncodingCases(folder).map((one) => ({ ...one, ours: repairText(one.original) }));
  const broken = cases.filter(({ kind }) => kind === "repair");
  const whole = cases.filter(({ kind }) => kind !== "repair");
  return [
    { figure: "encoding repaired", ...share(broken, ({ ours, fixed }) => ours === fixed) },
    { figure: "encoding left alone", ...share(whole, ({ ours, fixed }) => ours === fixed) },
    { figure: "encoding idempotent", ...share(cases, ({ ours }) => repairText(ours) === ours) },
  ];
}

function share<T>(of: readonly T[], isRight: (one: T) => boolean) {
  return { value: of.filter(isRight).length, of: of.length };
}
