/** Words that decide where a headline may end, and helpers for headlines in any language. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Articles, prepositions, conjunctions, auxiliaries and the like: no headline ends in one. */
const ENGLISH = words(`
  a an the and or but nor of in on at to for from by with as than that which who whose whom into onto over under amid
  after before about between against during through toward towards upon without within near among across along
  around behind beyond despite since until unless because though although like per via its his her their our my your
  this these those is are was were be been being am has have had having will would can could may might shall should
  must do does did not no very more most less least so too if while when where how why what whether both either neither
  every each some any several such same other another only just even also still yet
  mr mrs ms dr sir
`);
const OTHERS = words(`
  der die das den dem des ein eine einen einem einer eines und oder aber von vom zu zum zur im am mit bei nach für auf
  aus über unter wird wurde hat ist sind nicht
  le la les l un une des du de et ou mais à au aux en dans par pour avec sur est sont a ont ne que qui
  el los las y o e con para por del al se es son ha han
  do da dos das em no na nos nas uma um
  il lo gli di che non è dopo dal dalla dei delle della nel nella sul sulla tra fra ad
  vor seit gegen durch bis ohne wegen während zwischen beim ins selon après avant sous chez entre vers contre depuis
  sobre hacia según contra sin ante bajo durante cuando donde aunque porque como sans lorsque où comme malgré puis
  tras desde hasta após até pela pelo aos van het een bij voor naar uit tegen na te
  и в во на с со о об по к из за не от до что как для при у
  в на з та і й до від про за
  في من على إلى عن مع أن و بعد قبل خلال حول منذ حتى
  در به از که با را و این برای درباره پس
`);
/** Verbs that no participle or noun looks like: where one stands, there is a clause. */
const VERBS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    "is was has had will would could can may might should must does did died took went gave began wrote became rose fell grew broke chose drove flew threw spoke",
  ),
  de: words("ist war hat hatte wird würde kann könnte soll muss darf will starb"),
  fr: words("est était a avait va sera aura peut pourrait doit meurt"),
  es: words("es era fue ha había será va puede podría debe murió"),
};
/** What opens a clause before the main one, which makes no claim by itself. */
const LEADS =
  /^(?:in|on|at|after|before|with|as|while|when|since|for|under|over|from|by|during|amid|despite|although|though|because|following|if|unless|once|until|where|nachdem|bevor|wenn|falls|sofern|sollten?|obwohl|seitdem|sobald|solange|indem|damit|im|am|beim|seit|nach|vor|bei|mit|während|weil|als|da|wegen|trotz|après|avant|lors|pour|dans|en|depuis|alors|malgré|selon|si|lorsque|lorsqu['’]\\S+|quand|puisque|comme|tras|durante|con|después|desde|para|mientras|cuando|según|como|aunque|now that|\p{L}{2,20}ing) /iu;

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

/** Whether a word opens a phrase, so that no headline ends in it. */
export function opensPhrase(word = "", lang = "en"): boolean {
  const letters = lettersOf(word);
  const isOpener = ENGLISH.has(letters) || (lang !== "en" && OTHERS.has(letters));
  return isOpener && !/^\p{Lu}{2,}$/u.test(word);
}

/** A particle inside a name: "Karim al-Harun", "Ana de Lint". */
const PARTICLE =
  /^\p{Ll}{2,3}-\p{Lu}|^(?:al|el|bin|ibn|ben|abu|van|von|de|da|do|dos|del|della|di|du|la|le|der|den|ter)$/u;

/** Whether a name goes on after a word: another capital follows, or a particle and a capital. */
export function isInsideName(last: string, next = "", afterNext = ""): boolean {
  const isCapital = (word: string) => /^["“‘(]?\p{Lu}/u.test(word);
  const goesOn =
    isCapital(next) || /^\p{Ll}{2,3}-\p{Lu}/u.test(next) || (PARTICLE.test(next) && isCapital(afterNext));
  return goesOn && isCapital(last) && !/[,;:]/u.test(last);
}

/** Whether a word is the verb of a clause, beyond doubt; in English, German, French, Spanish. */
export function isVerb(word: string, lang: string): boolean {
  return VERBS[lang]?.has(word) === true;
}

/** Endings that verbs have, beside the commonest ones; other languages have too few, or say the verb at the end. */
const FINITE: Readonly<Record<string, RegExp>> = {
  pt: /\p{L}{2}(?:ou|[ei]u|[aei]ram|[aei]rão|[aei]rá|avam?|iam)$|^(?:é|são|foi|foram|era|eram|tem|têm|há|diz|quer|vai|vão|está|estão|pode|podem|deve|devem|fez|disse|quis|pôs|veio)$/u,
  it: /(?:ò|[aei]rono|[ei]rà|[ei]ranno|ava|avano|eva|evano)$|^(?:è|sono|ha|hanno|era|erano|sarà|può|possono|deve|devono|vuole|vogliono|sta|stanno|va|vanno|fa|fanno|dice|viene|resta|chiede|annuncia|lascia|apre|chiude|presenta|disse|fece|prese|chiese)$/u,
  es: /(?:ó|[ae]ron|iera|[aei]rán?|aban?|ían|^han?|^hay|^son|^están?|^tienen?|^quiere|^dice)$/u,
  fr: /(?:(?<![am])[^aeoum]ent|(?<!am|m)uent|ait|aient|[eiu]ra|[eiu]ront|èrent|irent|^a|^ont|^est|^sont|^va|^vont)$/u,
};

/** Whether words may make a claim: one of them is a verb, as far as the language shows it; `true` where it does not. */
export function mayClaim(clause: readonly string[], lang: string): boolean {
  const finite = FINITE[lang];
  const letters = clause.map((word, at) => (at > 0 && /^\P{L}*\p{Lu}/u.test(word) ? "" : lettersOf(word)));
  return (
    finite === undefined ||
    letters.some(
      (word, at) =>
        isVerb(word, lang) || finite.test(word) || SUBJECTS[lang]?.test(letters[at - 1] ?? "") === true,
    )
  );
}

/** Pronouns that stand before a verb, or before another such pronoun. */
const SUBJECTS: Readonly<Record<string, RegExp>> = {
  fr: /^(?:je|tu|il|elle|on|nous|vous|ils|elles|s)$/,
  es: /^(?:yo|él|ella|se|nos|les?)$/,
};

/** Whether a sentence begins with what leads to its main clause. */
export function leadsOn(sentence: string): boolean {
  return LEADS.test(sentence);
}
