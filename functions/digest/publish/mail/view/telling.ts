import type { LocalTime } from "../../wording/dates.ts";
import type { RenderOptions } from "../types.ts";

/** How the mail is told: its options, and of which edition. */
export interface Telling extends RenderOptions {
  readonly isBaseline: boolean;
  readonly editionTime: LocalTime;
}
