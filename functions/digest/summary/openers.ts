import { POINTS_BACK, refersBehind, THIS_TIME } from "../text/sentences/references.ts";
import { stemsOf } from "../text/stems.ts";

/**
 * Words that make the sentence they open depend on the one before. Several languages in one list: they hardly
 * collide.
 */
const PRONOUNS =
  "he she it they his her hers its their theirs him them this that these those such both neither " +
  "another others " +
  "il elle ils elles ce cet cette ces cela ceci celui celle ceux celles ses leurs er sie es dies dieser diese dieses diesem diesen deren dessen " +
  "egli lui lei loro esso essa essi questo questa questi queste quello quella ciò hij zij ze dit deze ele ela eles elas esse essa isto isso " +
  "él ella ellos ellas este esta estos estas ese esa esos esas esto eso ello он она оно они его её ее их это этот эта эти هو هي هم هذا هذه ذلك تلك او آنها این آن";
const CONNECTIVES =
  "but and or nor so yet however also then meanwhile moreover furthermore additionally nevertheless nonetheless still thus " +
  "therefore hence instead besides consequently similarly likewise otherwise afterwards indeed " +
  "subsequently accordingly conversely eventually finally later elsewhere alternatively " +
  "mais et ou donc or cependant toutefois pourtant ainsi puis ensuite aber und oder doch jedoch dennoch deshalb daher " +
  "außerdem zudem dann ma però inoltre quindi infatti perciò dunque poi maar echter bovendien daarom toen mas porém além pero y además entonces но а и однако также поэтому затем кроме لكن كما بينما وهو وهي ولكن اما اما و همچنین";
/** Who they are is known of the writer and the reader, but not of somebody quoted. */
const FIRST_PERSON = new Set(
  "i you we me my your our ours je tu nous vous mon notre nos ich du wir mein unser nosotros".split(" "),
);
const QUOTED = /^[^\p{L}]{0,3}["“”„«‘'「]/u;
const WORDS = new Set(`${PRONOUNS} ${CONNECTIVES}`.split(" "));
/** Of these, the ones that are articles or little verbs elsewhere. */
const OTHERS_IN: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["it", new Set(["il", "i"])],
  ["es", new Set(["es", "he"])],
  ["pt", new Set(["es"])],
  ["da", new Set(["er"])],
  ["no", new Set(["er"])],
]);

/** Words early in a sentence that say that there was one before: "The report also claims". */
const ADDS = new Set(
  "also too likewise aussi également auch ebenfalls también anche ook também också også".split(" "),
);
const EARLY_WORDS = 6;
/** What a number, or a word of order, counts was named before: "The two restaurants", "Les deux hommes". */
const COUNTED =
  /^(?:(?:the|all|these|those) (?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,3}|latter|former|same|others?|pair|duo)|(?:les|ces) (?:deux|trois|quatre|cinq|six|mêmes?)|(?:die|diese) (?:beiden|zwei|drei|vier|fünf|sechs|gleichen?)|(?:los|las|estos|estas) (?:dos|tres|cuatro|cinco|seis|mismos?)|(?:i|le|gli) (?:due|tre|quattro|cinque|stessi?))(?![\p{L}\p{N}])/u;

/** Multi-word connectives. */
const PHRASES = new RegExp(
  `^(?:${POINTS_BACK}|sin embargo|as a result|as such|for (?:example|instance)|in (?:addition|contrast|turn|response|other words)|by contrast|on the other hand|at the same time|after that|because of (?:this|that)|despite (?:this|that)|even so|that said|well(?=,))(?![\\p{L}\\p{M}])`,
  "u",
);
/** Parts of what was named before, and places in a list: "Some of them", "En primer lugar". */
const PARTS =
  /^(?:(?:some|many|most|all|none|one|two|three|several|few|each|either|neither|both|half|much|little) of (?:them|these|those|this|that|it)|(?:certains|plusieurs|aucun|beaucoup|la plupart|deux) d['’]entre (?:eux|elles)|(?:einige|viele|manche|keiner|zwei|drei|die meisten|mehrere) (?:von ihnen|davon)|(?:algunos|algunas|muchos|muchas|dos|ninguno|varios) de ell[ao]s|(?:alcuni|alcune|molti|molte|due) di (?:loro|essi|esse)|(?:some|einige|manche|certain(?:s|es)|algun[oa]s|alcun[ie]) [^.]{3,40}, (?:others?|andere|d['’]autres|otr[oa]s|altr[ie])(?!\p{L})|first(?:ly)?,|second(?:ly)?,|third(?:ly)?,|lastly|(?:en|por) (?:primer|segundo|tercer|último)(?: lugar|,)|por otr[ao] |asimismo|(?:tout )?d['’]abord|premièrement|deuxièmement|enfin|en outre|par ailleurs|de plus|erstens|zweitens|drittens|schließlich|ferner|darüber hinaus)/u;
/** The same in Chinese and Japanese, which put no space after a word. */
const UNSPACED =
  /^(?:他|她|它|这|這|那|此|该|該|但|而|然而|不过|不過|因此|所以|同时|同時|另外|并|並|しかし|また|そして|これ|それ|その|この)/u;
const FIRST_WORD = /^[^\p{L}]{0,20}(\p{L}[\p{L}\p{M}]*)/u;
const SEARCHED = 60;

/** Whether a sentence opens with a pronoun or connective, so that it needs the one before. Constant cost; `lang` is a BCP 47 tag. */
export function isDependent(sentence: string, lang = ""): boolean {
  const opening = sentence.slice(0, SEARCHED).toLowerCase();
  const [marked = "", word = ""] = FIRST_WORD.exec(opening) ?? [];
  const bare = opening.slice(marked.length - word.length);
  return (
    (FIRST_PERSON.has(word) && QUOTED.test(opening)) ||
    (WORDS.has(word) && OTHERS_IN.get(lang)?.has(word) !== true && !THIS_TIME.test(bare)) ||
    PHRASES.test(bare) ||
    UNSPACED.test(bare) ||
    PARTS.test(bare) ||
    COUNTED.test(bare) ||
    refersBehind(bare) ||
    addsToAnother(bare) ||
    isSpokenByPronoun(sentence)
  );
}

/** Who is quoted, as a sentence that opens with the quotation says after it: "« … » affirme-t-il". */
const SPOKEN_BY =
  /["”»’“](?:\s?,)?\s(?:(?:he|she|they) (?:said|says|told|added|explained|wrote)|(?:said|says) (?:he|she)|(?:so|sagt|sagte|erklärte|betonte|meinte|ergänzte) (?:er|sie)|(?:\p{L}+ )?(?:\p{L}+['’])?\p{L}+-(?:t-)?(?:ils?|elles?)|(?:disse|afirmou|explicou) (?:ele|ela)|(?:dijo|afirmó|añadió|explicó|señaló|disse|afirmou|acrescentou|explicou|ha detto|ha aggiunto|ha spiegato)(?=[.,]))(?!\p{L})/iu;
const QUOTATION_LETTERS = 600;

function isSpokenByPronoun(sentence: string): boolean {
  return QUOTED.test(sentence) && SPOKEN_BY.test(sentence.slice(0, QUOTATION_LETTERS));
}

function addsToAnother(opening: string): boolean {
  return opening
    .split(" ", EARLY_WORDS)
    .slice(1)
    .some((word) => ADDS.has(word));
}

const ANSWER_LETTERS = 400;
/** What it is, an answer says: "There used to be a reason for this". */
const ANSWERS =
  /(?<!\p{L})(?:for|of|to|by|about|with|behind|from|after|before|against) (?:this|that)(?=[.,:;!?)]|$)|(?<!\p{L})(?:dafür|dazu|daran|davon|darum|pour cela|de cela|para ello|de ello|per questo)(?=[.,:;!?)]|$)/iu;

/** Whether a sentence speaks of what the question before it asked. Reads its first 400 letters. */
export function answersQuestion(sentence: string): boolean {
  return ANSWERS.test(sentence.slice(0, ANSWER_LETTERS));
}

const DEFINITE = /^[^\p{L}]{0,4}(?:the|le|la|les|der|die|das|el|los|las|il|lo|gli|de|het) /iu;
/** Words after the article, of which one is what it speaks of. */
const NAMED_WORDS = 2;
/** A shorter one is no noun. */
const MIN_NOUN = 4;

/** The words of a thing that a sentence opens with as one that is known: "The new ferry sank" gives "new" and "ferry"; lower case. */
export function knownThing(sentence: string): readonly string[] {
  const opening = sentence.slice(0, SEARCHED);
  const [article = ""] = DEFINITE.exec(opening) ?? [];
  if (article === "") {
    return [];
  }
  const words = opening.slice(article.length).split(/[^\p{L}\p{M}\p{N}]+/u, NAMED_WORDS);
  return words
    .map((word) => word.toLowerCase())
    .filter((word) => word.length >= MIN_NOUN && stemsOf(word).length > 0);
}
