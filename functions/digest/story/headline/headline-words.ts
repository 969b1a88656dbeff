/** Words that decide where a headline may end, and helpers for headlines in any language. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Articles, prepositions, conjunctions, auxiliaries and the like: no headline ends in one. */
const PHRASE_OPENERS = words(`
  a an the and or but nor of in on at to for from by with as than that which who whose whom into onto over under amid
  after before about between against during through toward towards upon without within near among across along
  around behind beyond despite since until unless because though although like per via its his her their our my your
  this these those is are was were be been being am has have had having will would can could may might shall should
  must do does did not no very more most less least so too if while when where how why what whether both either neither
  every each some any several such same other another only just even also still yet
  mr mrs ms dr sir
  der die das den dem des ein eine einen einem einer eines und oder aber von vom zu zum zur im am mit bei nach für auf
  aus über unter wird wurde hat ist sind nicht
  le la les l un une des du de et ou mais à au aux en dans par pour avec sur est sont a ont ne que qui
  el los las y o e con para por del al se es son ha han
  do da dos das em no na nos nas uma um
  il lo gli di che non è dopo dal dalla dei delle della nel nella sul sulla tra fra ad
  vor seit gegen durch bis ohne wegen während zwischen beim ins selon après avant sous chez entre vers contre depuis
  tras desde hasta após até pela pelo aos van het een bij voor naar uit tegen na te
  и в во на с со о об по к из за не от до что как для при у
  в на з та і й до від про за
  في من على إلى عن مع أن و بعد قبل خلال حول منذ حتى
  در به از که با را و این برای درباره پس
`);
/** English verbs that need a complement, in the forms used in news. */
const COMPLEMENT_VERBS = words(`
  said says say told tells announced announces announced confirmed confirms reported reports stated states noted
  added revealed reveals declared warned warns claimed claims argued believes believe thinks suggests
  caused causes cause made makes make took takes take gave gives give got gets get put puts set sets kept keeps held
  holds hold found finds find became becomes become remained remains remain seemed seems seem looks looked appears
  appeared feels felt begins began begin started starts start continue continues continued tries tried try fails
  failed wants wanted want needs needed need plans planned hopes hoped expects expected agreed agrees decided decides
  vowed vows pledged pledges seeks sought refused refuses offered offers forced forces led leads lead left leaves
  brought brings sent sends saw sees see met meets meet hit hits won wins beat beats shows showed shown calls
  called accused accuses urged urges asked asks let lets helped helps allowed allows prompted prompts sparked sparks
  raised raises includes included used uses going able likely set due based according known considered
  checked pulled welcomed invited received visited opened closed passed moved turned
  has been being young
`);
/** Nouns in "-ing"; other words in "-ing" need an object. */
const ING_NOUNS = words(`
  meeting building shooting ruling hearing training funding spending bombing warning wedding opening housing banking
  beginning ending killing trading fighting evening morning spring king ring thing nothing something anything
  everything wing parking landing crossing voting polling sentencing fishing shipping engineering manufacturing
  gambling doping trafficking smuggling stabbing briefing gathering feeling ranking standing rating setting string
  clothing lightning offering painting recording filing finding hiring farming mining swimming boxing racing cycling
  beijing sterling pricing marketing advertising farewell screening testing crowdfunding flooding looting rioting
`);

/** Verbs that complete a clause with the words before them; a regular past tense may also be a participle. */
const FINITE_VERB =
  /^(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|did|does|said|says|met|won|left|took|made|told|held|began|came|went|fell|rose|gave|got|found|kept|led|lost|paid|ran|saw|sold|sent|spoke|stood|struck|threw|wrote|became|grew|hit|put|set|brought|bought|sought|fought|caught|cut|\p{Ll}{2,}ed)$/u;

/** The words of a text, each with its punctuation. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

/** A word in lower case, without the punctuation around it. */
export function lettersOf(word = ""): string {
  return word
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}$£€]+/u, "")
    .replace(/[^\p{L}\p{M}\p{N}%]+$/u, "");
}

/** Whether a word opens a phrase, so that no headline ends in it; for any language. */
export function opensPhrase(word = ""): boolean {
  return PHRASE_OPENERS.has(lettersOf(word)) && !/^\p{Lu}{2,}$/u.test(word);
}

/** Whether an English word needs another after it: a transitive verb, "working", "Iran’s", "12". */
export function isUnfinished(word = ""): boolean {
  const letters = lettersOf(word);
  return (
    opensPhrase(word) ||
    COMPLEMENT_VERBS.has(letters) ||
    (/\p{Ll}ing$/u.test(word) && letters.length > 4 && !ING_NOUNS.has(letters)) ||
    /[’'](?:s)?$/u.test(word) ||
    (/^[$£€]?\d[\d.,]*$/.test(letters) && !/^(?:19|20)\d\d$/.test(letters))
  );
}

/** Whether an English word may be the verb of a clause. */
export function isFiniteVerb(word: string): boolean {
  return FINITE_VERB.test(lettersOf(word));
}

/** A particle inside a name: "Karim al-Harun", "Ana de Lint". */
export const PARTICLE =
  /^\p{Ll}{2,3}-\p{Lu}|^(?:al|el|bin|ibn|ben|abu|van|von|de|da|do|dos|del|della|di|du|la|le|der|den|ter)$/u;

/** Whether a name goes on after a word: another capital follows, or a particle and a capital. */
export function isInsideName(last: string, next = "", afterNext = ""): boolean {
  const isCapital = (word: string) => /^["“‘(]?\p{Lu}/u.test(word);
  const goesOn =
    isCapital(next) || /^\p{Ll}{2,3}-\p{Lu}/u.test(next) || (PARTICLE.test(next) && isCapital(afterNext));
  return goesOn && isCapital(last) && !/[,;:]/u.test(last);
}

/** The sentence without its final punctuation, and without its quotation marks if they are unbalanced. */
export function bare(sentence: string): string {
  const text = sentence.trim().replace(/[\s,;:.،؛–—-]+$/u, "");
  const opened = text.match(/[“"„«]/gu)?.length ?? 0;
  const closed = text.match(/[”"»]/gu)?.length ?? 0;
  const isBalanced = opened === closed && (text.match(/"/g)?.length ?? 0) % 2 === 0;
  return (isBalanced ? text : text.replaceAll(/[“”"„«»]/gu, "")).trim().replace(/[\s,;:.،؛–—-]+$/u, "");
}
