/** How letters and posts address their readers. */
const ADDRESSES =
  "dear|hello|hi|hey|greetings|good (?:morning|afternoon|evening)|liebe[rsn]?|hallo|moin|sehr geehrte[rsn]?|guten (?:tag|morgen|abend)|chers?|chères?|bonjour|salut|bonsoir|hola|estimad[oa]s?|querid[oa]s?|buen[oa]s (?:días|tardes)|ciao|car[oiea]s?|gentil[ie]|buon(?:giorno|asera)|olá|oi|prezad[oa]s?|bom dia|boa tarde|beste|geachte|hoi|hej|kära|kære|ahoj|milí|vážení|cześć|drodzy|szanowni";
/** "Liebe Mitglieder,", "Bonjour à tous,": a line before a letter, whose first sentence begins small. */
const SALUTATION = new RegExp(`^(?:${ADDRESSES})(?=[\\s,!])[^\\n.?]{0,60}[,!]$`, "iu");

/** Whether a line only addresses its readers. */
export function isSalutation(line: string): boolean {
  return SALUTATION.test(line);
}

/** A text without the line that addresses its readers; what follows begins with a capital. */
export function withoutSalutation(text: string): string {
  const end = text.indexOf("\n");
  return end > 0 && isSalutation(text.slice(0, end).trim())
    ? capitalised(text.slice(end + 1).trimStart())
    : text;
}

/** The text with a capital at its start. */
export function capitalised(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return `${first.toLocaleUpperCase("en")}${text.slice(first.length)}`;
}

/** "Buongiorno Anticipiamo che …", "Guten Tag Wir teilen mit": a greeting whose line was joined with the next one. */
const GREETING =
  /^(?:buon(?:giorno|asera)|guten (?:tag|morgen|abend)|hallo zusammen|bonjour|bonsoir|buen[oa]s (?:días|tardes)|bom dia|boa tarde|good (?:morning|afternoon|evening)|dear all|hello everyone)(?: a tutt[ie]| à tou(?:s|tes)(?: et à toutes)?| a todos| everyone| all)?[,!.]? (?=\p{Lu}\p{Ll}* \p{Ll})(?!(?:Herr|Frau|Mr|Mrs|Ms|Sir|Madame|Monsieur|Señor[ae]?)(?!\p{L}))/iu;
const GREETED = /^\p{Lu}/u;

/** Those who are addressed together. */
const READERS =
  "all|everyone|everybody|folks|friends|members|readers|colleagues|team|community|neighbou?rs|parents|students|families|alle|zusammen|(?:vereins)?mitglieder|leser(?:innen)?|freund(?:e|innen)|eltern|kolleg(?:en|innen)|gäste|nachbar(?:n|innen)|genoss(?:en|innen)|damen und herren|tou(?:s|tes)|ami(?:s|es)|membres|adhérent(?:s|es)|lecteurs|lectrices|collègues|tod[oa]s|amig[oa]s|soci[oa]s|lector(?:es|as)|compañer[oa]s|vecin[oa]s|tutt[ie]|amic[ih]e?|soci|socie|lettori|colleghi|sóci[oa]s|leitor(?:es|as)|colegas|allemaal|vrienden|leden|lezers";
/** "Hello everyone, the library …", "Liebe Mitglieder, die Bücherei …": many are greeted, and a sentence goes on behind the comma. */
const TO_MANY = new RegExp(
  `^(?:${ADDRESSES})(?: [\\p{L}’'-]+){0,3}? (?:${READERS})(?: [\\p{L}’'-]+){0,6}?\\s?[,!] (?=\\S+ \\S+ \\S+ \\S+)`,
  "iu",
);

/** A sentence without a greeting before it, if a sentence follows: behind a comma, or a capital and a small word after it. */
export function withoutGreeting(sentence: string): string {
  const opening = sentence.slice(0, SEARCHED);
  const [toMany = ""] = TO_MANY.exec(opening) ?? [];
  if (toMany !== "") {
    return capitalised(sentence.slice(toMany.length));
  }
  const [greeting = ""] = GREETING.exec(opening) ?? [];
  const rest = sentence.slice(greeting.length);
  return GREETED.test(rest) && /^\S+ \p{Ll}/u.test(rest) ? rest : sentence;
}

const SEARCHED = 120;
