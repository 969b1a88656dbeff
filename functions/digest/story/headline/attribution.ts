import { isInsideName, lettersOf, opensPhrase, wordsOf } from "./headline-words.ts";

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
/** What takes the object "the court" with it. */
const WITH_OBJECT = /^(?:told|tells|tell)$/u;

/** The day between such a verb and its subject. */
const DAY =
  /^(?:(?:le|el|no|na|am|op|в|во|on) )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:luned|marted|mercoled|gioved|venerd)ì|sabato|domenica|segunda|terça|quarta|quinta|sexta|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:maan|dins|woens|donder|vrij|zater|zon)dag|понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)\p{L}*(?:-feira)?(?: (?:(?:por la|a la|à|de|da) )?(?:noche|mañana|tarde|noite|manhã|soir|matin|sera|mattina|abend|avond|вечером|утром|днём))? /iu;

/** Shortest claim, longest clause that is looked at, and longest source in a headline; in words. */
const MIN_CLAIM = 5;
const MAX_CLAUSE = 24;
const MAX_SOURCE = 4;

/** A sentence as a claim and who makes it. */
export interface Attributed {
  readonly claim: string;
  /** "army command claimed", "according to two clerks"; a few words as they stand. */
  readonly source: string;
}

/** A sentence that names the source of its claim after a comma; `undefined` for others. Linear. */
export function splitAttribution(sentence: string): Attributed | undefined {
  const clauses = sentence.split(/, /u);
  for (const [index, clause] of clauses.entries()) {
    const claim = clauses.slice(0, index).join(", ");
    const source = wordsOf(claim).length < MIN_CLAIM ? undefined : sourceIn(clause);
    if (source !== undefined) {
      return { claim, source };
    }
  }
  return undefined;
}

/** Whether a text speaks of what somebody says. */
export function hasSource(text: string): boolean {
  return ACCORDING.test(text.trim()) || wordsOf(text).some(isSpeech);
}

function isSpeech(word: string): boolean {
  return SPEECH.has(lettersOf(word));
}

/** The source that a clause names, in few words. */
function sourceIn(clause: string): string | undefined {
  const all = wordsOf(clause.replace(/^[”"’»]+ /u, "")).slice(0, MAX_CLAUSE);
  const opening = wordsOf(ACCORDING.exec(clause)?.[0] ?? "").length;
  if (opening > 0) {
    return joined([...all.slice(0, opening), ...phraseIn(all.slice(opening), MAX_SOURCE - 1)]);
  }
  const verb = all.findIndex(isSpeech);
  const isOther =
    OTHER_CLAUSE.test(clause) ||
    all.slice(verb + 1, verb + 4).some((word) => LEADS_ON.test(word)) ||
    (verb === 0 && WITH_OBJECT.test(lettersOf(all[verb])));
  return verb === -1 || isOther ? undefined : joined(speakerIn(all, verb)) || undefined;
}

/** Who says it and the verb, in their order: "army command claimed", "a affirmé le commandement". */
function speakerIn(all: readonly string[], verb: number): readonly string[] {
  const [before, said = "", after] = [all.slice(0, verb), all[verb], all.slice(verb + 1)];
  if (isAuxiliary(before) && after.length > 0) {
    const speaker = phraseIn(wordsOf(after.join(" ").replace(DAY, "")), MAX_SOURCE - 1);
    return [...before, said, ...speaker, ...(/^teilten?$/u.test(said) ? ["mit"] : [])];
  }
  const object = WITH_OBJECT.test(lettersOf(said)) ? phraseIn(after, 2) : [];
  const speaker = phraseIn(withoutArticle(before), MAX_CLAUSE).slice(1 - MAX_SOURCE);
  return speaker.some((word) => /\p{L}{2}/u.test(word)) ? [...speaker, said, ...object] : [];
}

/** Before a verb that its subject follows stands nothing, or "a", "ha". */
function isAuxiliary(before: readonly string[]): boolean {
  return (
    before.length === 0 ||
    (before.length === 1 && /^(?:a|ont|ha|han|hanno|hat|haben|heeft|hebben)$/u.test(before[0] ?? ""))
  );
}

function withoutArticle(subject: readonly string[]): readonly string[] {
  return /^(?:the|an?)$/iu.test(subject[0] ?? "") ? subject.slice(1) : subject;
}

/** The first phrase of some words: up to the next preposition or the like, but for what it begins with. */
function phraseIn(phrase: readonly string[], most: number): readonly string[] {
  const start = phrase.findIndex((word) => !opensPhrase(word));
  const end = phrase.findIndex(
    (word, index) =>
      index > start && opensPhrase(word) && !isInsideName(phrase[index - 1] ?? "", word, phrase[index + 1]),
  );
  const whole = start === -1 ? [] : phrase.slice(0, end === -1 ? phrase.length : end);
  return whole.length <= most ? whole : whole.slice(0, most);
}

function joined(source: readonly string[]): string {
  return source.join(" ").replace(/[\s,;:.”"’»]+$/u, "");
}
