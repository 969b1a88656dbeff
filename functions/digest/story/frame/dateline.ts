/** Longest dateline, in characters; a paragraph is searched no further. */
const MAX_DATELINE_LENGTH = 120;

const PLACE = "\\p{Lu}[\\p{L}\\p{M}'’.-]*(?:[ /][\\p{Lu}][\\p{L}\\p{M}'’.-]*){0,4}";
const CAPITALS = "\\p{Lu}{2}[\\p{Lu}\\p{M}'’.-]*(?:[ /]\\p{Lu}[\\p{Lu}\\p{M}'’.-]*){0,4}";
const REST = "(?:, [\\p{L}\\p{N}][\\p{L}\\p{N} .'’]{0,30}){0,2}";
const AGENCY = "\\([^()]{2,40}\\)";
const DASH = "(?: ?[–—―]| --?)";

/**
 * | form | example |
 * |---|---|
 * | place and agency, any separator | "MOSCOW (Agency). Talks", "Moscow, June 22 (Agency) - Talks" |
 * | agency alone before a dash | "(Agency) -- Talks" |
 * | place in capitals before a dash | "LONDON — Talks", "TEHRAN, Iran – Talks" |
 */
const FORMS = [
  new RegExp(`^((?:${PLACE})${REST} ${AGENCY})(?:${DASH}|[.:])\\s+(?=[\\p{Lu}\\p{N}"“‘«'])`, "u"),
  new RegExp(`^(${AGENCY})${DASH}\\s+(?=[\\p{Lu}\\p{N}"“‘«'])`, "u"),
  new RegExp(`^((?:${CAPITALS})${REST})${DASH}\\s+(?=[\\p{Lu}\\p{N}"“‘«'])`, "u"),
];

/** The first paragraph without its dateline, and the dateline without the separator. Constant cost. */
export function cutDateline(paragraph: string): { readonly paragraph: string; readonly dateline?: string } {
  const start = paragraph.slice(0, MAX_DATELINE_LENGTH);
  for (const form of FORMS) {
    const [whole, dateline] = form.exec(start) ?? [];
    if (whole !== undefined && dateline !== undefined) {
      return { paragraph: paragraph.slice(whole.length), dateline: dateline.trim() };
    }
  }
  return { paragraph };
}
