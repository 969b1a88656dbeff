const whole = (list: readonly string[]) =>
  new RegExp(`(?<![\\p{L}-])(?:${list.join("|")})(?![\\p{L}-])`, "giu");

/** What turns, denies or conditions a whole sentence, wherever it stands. */
const TURNS = whole([
  "or (?:so|at least|that)|if|unless|provided that|hoax|untrue|not true|den(?:ied|ies)",
  "wenn|falls|sofern|dementiert\\p{L}*|bestreitet|bestritt(?:en)?",
  "à condition que|démenti\\p{L}*|dément|à moins que|siempre que|desmintió|niega|smentit[oa]|desmentiu|indien|ontkende|ontkent|если|опроверг\\p{L}*",
]);
/** What weakens the clause it stands in. */
const HEDGES = whole([
  "allegedly|reportedly|supposedly|purportedly|apparently|alleged|so-called|false|falsely|fake",
  "angeblich\\p{L}*|mutmaßlich\\p{L}*|offenbar|vermutlich|soll(?:en)?|falsch\\p{L}*",
  "prétendument|apparemment|présumée?s?|aurait|auraient|supuestamente|presuntamente|presunt[oai]s?|al parecer|habrían?",
  "presumibilmente|avrebbe(?:ro)?|supostamente|alegadamente|teriam?|vermeende?|vermoedelijk|zou(?:den)?",
  "якобы|предположительно|возможно",
]);
/** In scripts without spaces: "if", "it is said", and the verbs of saying that end a Japanese sentence. */
const UNSPACED =
  /如果|据称|據稱|据说|據說|疑似|传闻|傳聞|谣言|否认|もし|という|とみられ|によると|疑い|(?:発表|主張|否定|説明|報道)し|(?:述べ|語っ|話し|報じ|訴え|伝え)た/gu;

/**
 * Whether a headline leaves out a word by which its sentence doubts, denies or conditions what it says. What remains would
 * then say more than the sentence.
 */
export function losesDoubt(sentence: string, headline: string): boolean {
  const kept = headline.toLowerCase();
  const reach = reachOf(sentence, headline);
  const doubts = [
    ...sentence.matchAll(TURNS),
    ...sentence.matchAll(UNSPACED),
    ...sentence.slice(0, reach).matchAll(HEDGES),
  ];
  return doubts.some(([doubt]) => !kept.includes(doubt.toLowerCase()));
}

/** How far into its sentence a headline goes. */
function reachOf(sentence: string, headline: string): number {
  const last = headline
    .replace(/…[”"»“]?(?:, .*)?$/u, "")
    .split(" ")
    .slice(-2)
    .join(" ");
  const at = sentence.indexOf(last);
  return at === -1 ? 0 : at;
}
