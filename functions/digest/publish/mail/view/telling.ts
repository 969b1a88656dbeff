import type { LocalTime } from "../../wording/dates.ts";
import type { RenderOptions } from "../types.ts";

/** How the email is written: its options, and the edition it is for. */
export interface Telling extends RenderOptions {
  readonly isBaseline: boolean;
  readonly editionTime: LocalTime;
}
