import { normalForm } from "../normal-form.ts";

const FIRST_ACCENT = /(?<=(?<![\p{L}\p{M}])\p{L})\p{M}+/gu;

/** A text, decomposed, without the accents of the first letters of its words: capitals are often written without them ("Etat", "État"). */
export function withoutFirstAccents(text: string): string {
  return normalForm(text, "NFD").replace(FIRST_ACCENT, "");
}
