/** What acts are called, in lower case, in the languages that we read. */
export const ACTS: readonly string[] = [
  "act law bill statute decree order regulation regulations ordinance directive directives resolution decision bylaw by-law",
  "gesetz bundesgesetz landesgesetz verordnung verordnungen bundesbeschluss beschluss erlass richtlinie richtlinien satzung bekanntmachung",
  "loi décret arrêté ordonnance règlement décision délibération circulaire",
  "ley decreto resolución decisión orden ordenanza reglamento directiva disposición",
  "legge ordinanza regolamento direttiva decisione delibera circolare lei portaria resolução regulamento decisão",
  "wet besluit verordening richtlijn regeling lag förordning lov forskrift laki asetus",
  "zákon nařízení vyhláška ustawa rozporządzenie uchwała törvény rendelet legea hotărârea",
].flatMap((words) => words.split(" "));

/** What parts of acts, rules and other works are called before their numbers. */
export const PARTS: readonly string[] = [
  "§ §§ art article section chapter part annex appendix rule artikel abschnitt kapitel anhang chapitre annexe partie",
  "title titel titre título titolo artículo sección capítulo anexo articolo sezione capitolo allegato artigo seção hoofdstuk bijlage",
].flatMap((words) => words.split(" "));

/** What they are called in references, beside these: "Abs. 3", "clause 2", "bod 72". */
export const REFERRED_PARTS: readonly string[] = [
  ...PARTS,
  ...[
    "sections articles chapters paragraph paragraphs para clause clauses subsection bylaw guideline regulation item no",
    "artikels absatz absätze abs satz nummer nr ziffer ziff punkt buchstabe bst lit alinéa paragraphe",
    "artículos apartado párrafo inciso punto núm articoli comma paragrafo artigos parágrafo número lid leden artikelen",
    "čl odst bod bodu bodů písm ust pkt moment",
  ].flatMap((words) => words.split(" ")),
];
