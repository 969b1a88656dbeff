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
