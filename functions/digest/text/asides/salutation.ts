/** "Liebe Mitglieder,", "Bonjour à tous,": a line before a letter, whose first sentence begins small. */
const SALUTATION =
  /^(?:dear|hello|hi|hey|greetings|good (?:morning|evening)|liebe[rsn]?|hallo|moin|sehr geehrte[rsn]?|guten (?:tag|morgen|abend)|cher|chère|chers|chères|bonjour|salut|bonsoir|hola|estimad[oa]s?|querid[oa]s?|buen[oa]s (?:días|tardes)|ciao|car[oiea]|gentil[ie]|buongiorno|olá|car[oa]s|prezad[oa]s?|beste|geachte|hej|kära|kære|ahoj|milí|vážení|cześć|drodzy|szanowni)(?=[\s,!])[^\n.?]{0,60}[,!]$/iu;

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

/** A sentence without a greeting before it, if a sentence follows: a capital, and a small word after it. */
export function withoutGreeting(sentence: string): string {
  const [greeting = ""] = GREETING.exec(sentence.slice(0, SEARCHED)) ?? [];
  const rest = sentence.slice(greeting.length);
  return GREETED.test(rest) && /^\S+ \p{Ll}/u.test(rest) ? rest : sentence;
}

const SEARCHED = 100;
