import { lettersOf, wordsOf } from "./headline-words.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Verbs of saying, in the forms in which news attributes a claim. */
const SPEECH = words(`
  said says say claimed claims claim alleged alleges allege told tells tell announced announces confirmed confirms
  reported reports report stated states noted added revealed declared warned warns concluded asserted asserts wrote
  insisted insists maintained maintains suggested suggests believes believe believed thinks denied denies deny argued
  argues testified estimated estimates predicted predicts admitted acknowledged suspects suspect show shows showed
  sagte sagten sagt sagen behauptete behaupteten behauptet erklärte erklärten erklärt teilte teilten mitteilte mitteilten
  berichtete berichteten berichtet meldete meldeten meldet betonte hieß heißt vermutet vermuten bestätigte bestätigten
  dementierte dementierten bestritt bestritten zufolge
  dit disent déclaré affirmé annoncé indiqué rapporté précisé expliqué assuré confirmé démenti affirme affirment indique
  annonce rapporte assure
  dijo dijeron dice dicen afirmó afirmaron afirma afirman aseguró aseguraron asegura anunció informó informaron declaró
  señaló explicó indicó confirmó sostuvo sostiene negó
  detto dice dicono affermato afferma affermano annunciato riferito riferisce dichiarato spiegato sostiene sostengono
  disse disseram diz dizem afirmou afirmaram afirma anunciou informou declarou explicou confirmou negou
  zei zeiden zegt zeggen meldt melden meldde meldden beweert beweren beweerde beweerden verklaarde bevestigde ontkende
  сказал сказала сказали заявил заявила заявило заявили сообщил сообщила сообщило сообщили сообщает сообщают утверждает
  утверждают рассказал рассказала рассказали отметил отметила подтвердил подтвердила отрицает
  قال قالت أعلن أعلنت أفاد أفادت
`);
/** What names a source without a verb, and what tells that a clause is another's. */
const ACCORDING =
  /^(?:according to|citing|selon|d[’']après|según|secondo|segundo|conforme|laut|nach angaben|volgens|aldus|по данным|по словам|по информации)(?= )/iu;
const OTHER_CLAUSE =
  /^(?:or|who|which|where|when|while|and|but|although|though|as|because|since|so|after|before|und|aber|während|nachdem|weil|der|et|mais|qui|tandis|alors|y|pero|que|quien|mientras|e|ma|che|mentre|mas|enquanto|en|maar|die|terwijl|и|но|а|который|которая|хотя) /iu;
/** After a verb of saying, what is said follows. */
const LEADS_ON = /^(?:that|to|dass|que|qu[’']\S+|che|dat|что)$/iu;
/** A verb whose subject stands before the comma: ", told the council", ", said on Monday". */
const NO_SPEAKER =
  /^(?:told |tells |\S+$|\S+ (?:on|in|at|late|early|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$)/iu;

/** The least that a claim has, in words. */
const MIN_CLAIM = 5;
const COMMA = /,[”"’»“]{0,2} /gu;

/** A sentence as a claim and who makes it. */
export interface Attributed {
  readonly claim: string;
  /** "the army command claimed on Monday", "according to two clerks": as it stands. */
  readonly source: string;
}

/** A sentence whose last clause, after a comma, names the source of its claim in at most `most` characters. Linear. */
export function splitAttribution(sentence: string, most: number): Attributed | undefined {
  const commas = Array.from(sentence.matchAll(COMMA));
  const found = commas.findLast(({ 0: comma, index }) => isSource(sentence.slice(index + comma.length)));
  if (found === undefined) {
    return undefined;
  }
  const claim = sentence.slice(0, found.index) + found[0].trim().slice(1);
  const source = sentence.slice(found.index + found[0].length);
  return source.length <= most && wordsOf(claim).length >= MIN_CLAIM ? { claim, source } : undefined;
}

/** Whether a text speaks of what somebody says. */
export function hasSource(text: string): boolean {
  return ACCORDING.test(text.trim()) || wordsOf(text).some(isSpeech);
}

/** Whether a text begins with words that name a source without a verb: "according to the clerk". */
export function opensWithSource(text: string): boolean {
  return ACCORDING.test(text);
}

/** Whether a word is a verb of saying; "United States" has none. */
export function isSpeech(word: string): boolean {
  return SPEECH.has(lettersOf(word)) && !/^\p{Lu}/u.test(word);
}

/** Whether a clause names the source of what stands before it. */
function isSource(clause: string): boolean {
  if (ACCORDING.test(clause)) {
    return true;
  }
  const all = wordsOf(clause);
  const verb = all.findIndex(isSpeech);
  const leadsOn = all.slice(verb + 1, verb + 4).some((word) => LEADS_ON.test(word));
  const isPart = verb === 0 && NO_SPEAKER.test(all.slice(0, 2).join(" "));
  return verb !== -1 && !OTHER_CLAUSE.test(clause) && !leadsOn && !isPart;
}
