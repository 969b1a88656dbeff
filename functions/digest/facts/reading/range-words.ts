import { wordSet } from "../phrases.ts";

/** Words between the ends of a range. */
export const RANGE_LINKS = wordSet("to till until through à au bis a al e до do tot t/m até");
/** These, and words that join two values. */
export const LINKS: ReadonlySet<string> = new Set([...RANGE_LINKS, ...wordSet("and & et und y en och og")]);
