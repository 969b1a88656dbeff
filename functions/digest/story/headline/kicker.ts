/** Names of sections, as pages set them above a headline, in the languages that are read best. */
const SECTIONS = [
  "news|home|latest|world|europe|international|national|local|regional|nation|politics|elections?|business|economy|markets?|finance|money|sports?|football|culture|arts?|books|film|music|entertainment|lifestyle|life|science|health|tech|technology|travel|education|environment|climate|energy|weather|society|opinion|comment|crime|courts?|media|motoring|property|obituaries",
  "nachrichten|startseite|welt|ausland|inland|politik|wirtschaft|börse|finanzen|sport|fußball|kultur|feuilleton|wissen|wissenschaft|gesundheit|technik|digital|netzwelt|reise|bildung|umwelt|klima|energie|wetter|gesellschaft|meinung|panorama|lokales|regionales|vermischtes|medien|justiz",
  "actualités?|accueil|monde|politique|économie|bourse|sports|culture|sciences?|santé|technologies?|high-tech|voyages?|éducation|environnement|climat|énergie|météo|société|opinions?|faits divers|justice|médias|régions?",
  "noticias|inicio|portada|mundo|internacional|nacional|política|economía|mercados|deportes|fútbol|cultura|ciencia|salud|tecnología|viajes|educación|medio ambiente|clima|energía|tiempo|sociedad|opinión|sucesos|justicia|medios|local",
  "notizie|mondo|esteri|politica|economia|cronaca|cultura|scienza|salute|tecnologia|ambiente|società|opinioni|notícias|início|economia|esportes?|desporto|ciência|saúde|sociedade|opinião|nieuws|binnenland|buitenland|politiek|economie|sport|cultuur|wetenschap|gezondheid|opinie",
].join("|");

const SECTION = new RegExp(`^(?:${SECTIONS})$`, "iu");
/** Between the entries of a menu, and of "Home > News > Politics". */
const BETWEEN = /\s*[|•·›»>]\s*|\s+\/\s+/u;
const AND = /\s+(?:&|and|und|et|y|e|en)\s+/iu;
const MAX_LENGTH = 120;
/** A menu of names that are no sections has at least so many, of at most so many words. */
const MIN_ENTRIES = 3;
const MAX_ENTRY_WORDS = 3;

/** Whether a line is the name of a section, or a line of a menu: "POLITICS", "Arts & Culture", "Home > News > Europe". Linear. */
export function isKicker(line: string): boolean {
  if (line.length > MAX_LENGTH) {
    return false;
  }
  const entries = line.split(BETWEEN).filter((entry) => entry !== "");
  const names = entries.filter((entry) => entry.split(AND).every((name) => SECTION.test(name.trim())));
  const isMenu =
    entries.length >= MIN_ENTRIES &&
    names.length > 0 &&
    entries.every((entry) => entry.trim().split(/\s+/).length <= MAX_ENTRY_WORDS);
  return isMenu || (entries.length > 0 && names.length === entries.length);
}
