import { fold } from "../../text/fold.ts";

/** What editors say beside a story: that it was wrong or unclear, or that there is more. */
export type EditorsNote = "correction" | "update";

/** Before a colon, a dash, a date in brackets, or alone on a line. */
const CORRECTIONS = [
  "correction|corrections|corrected|clarification|clarifications|retraction|erratum|editors['\"]? note|editor's note",
  "correctif|rectificatif|rectification|précision|note de la rédaction|ndlr",
  "korrektur|berichtigung|richtigstellung|klarstellung|anmerkung der redaktion|hinweis der redaktion",
  "corrección|rectificación|aclaración|fe de errores|fe de erratas|nota de la redacción|nota del editor",
  "correzione|rettifica|precisazione|errata corrige|correctie|rectificatie|verduidelijking|correção|retificação|errata",
].join("|");
const UPDATES =
  "update|updates|mise à jour|actualisation|aktualisierung|actualización|aggiornamento|atualização";

/** A list mark, emphasis or a bracket may stand before the word. */
const LEAD = "^[-*•_#>\\s(\\[]{0,6}";
/** A colon or a dash, after a date if there is one; or the end of the line. */
const DATE = "(?: ?\\([^)]{1,30}\\)|,? \\d[^.:;!?]{0,24}|, [^.:;!?]{1,24})?";
const END = `[*_]{0,2}(?:${DATE} ?(?::| - )|[\\s*_)\\]]{0,4}$)`;
const CORRECTION = new RegExp(`${LEAD}(?:${CORRECTIONS})${END}`, "u");
const UPDATE = new RegExp(`${LEAD}(?:${UPDATES})${END}`, "u");

/** "An earlier version of this article …": of what readers read, not of a bill or a program. */
const EARLIER_VERSION = new RegExp(
  [
    "(?:earlier|previous|original) versions? of (?:this|the) (?:article|story|report|post|page|piece|column|headline|notice)",
    "(?:this|the) (?:article|story|report|post|page) (?:was|has been) (?:amended|corrected)",
    "version (?:antérieure|précédente|initiale) de (?:cet|ce|cette|notre) (?:article|texte|page|papier|dépêche)",
    "(?:früheren|vorherigen|ersten|ursprünglichen) (?:version|fassung) (?:dieses|des|dieser|der) (?:artikels|textes|beitrags|berichts|meldung|seite)",
    "versión (?:anterior|previa|inicial) de (?:este|esta) (?:artículo|texto|nota|noticia|página|información)",
    "versione (?:precedente|iniziale) di quest(?:o|a|') ?(?:articolo|testo|pagina|notizia)",
    "(?:eerdere|vorige) versie van (?:dit|deze) (?:artikel|bericht|pagina)",
    "versão (?:anterior|inicial) (?:deste|desta) (?:artigo|texto|notícia|página|reportagem)",
  ].join("|"),
  "u",
);

/** A note has its word at its beginning. */
const MAX_NOTE = 400;

/** The kind of note that a passage opens as or is; `undefined` for any other text. */
export function editorsNote(passage: string): EditorsNote | undefined {
  const text = fold(passage.slice(0, MAX_NOTE)).toLowerCase();
  if (CORRECTION.test(text) || EARLIER_VERSION.test(text)) {
    return "correction";
  }
  return UPDATE.test(text) ? "update" : undefined;
}
