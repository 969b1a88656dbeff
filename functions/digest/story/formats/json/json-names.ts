import type { FieldName } from "./json-fields.ts";

/**
 * The names under which each field of a story is looked for, as plain names, the best first: ninjs, Superdesk, schema.org,
 * WordPress, Ghost, JSON Feed and what newsrooms call them in English, German, French, Spanish, Portuguese and Italian.
 */
const NAMES: Readonly<Record<FieldName, string>> = {
  headline:
    "headline headlines hed title displaytitle webtitle headlinetext titel uberschrift schlagzeile titre titulo titular manchete titolo name",
  deck: "deck dek standfirst subtitle subheadline subheading subhed alternativeheadline customexcerpt description descriptiontext descriptionhtml descriptions abstract summary excerpt teaser lead lede intro untertitel vorspann chapo soustitre subtitulo entradilla sottotitolo",
  body: "bodyhtml bodyxhtml contenthtml html bodies body content articlebody bodytext contenttext plaintext text paragraphs blocks liveblogupdate storytext fulltext maintext articletext inhalt texte contenu corps texto cuerpo contenido corpo conteudo testo contenuto",
  byline:
    "byline by author authors primaryauthor authorname creator reporter reporters writer writers journalist autor autoren auteur auteurs autores autore autori",
  published:
    "datepublished publishedat firstpublished firstpublishedat firstpublicationdate publicationdate publishdate publisheddate published pubdate dategmt firstcreated webpublicationdate issued date contentcreated createdat created datecreated timestamp veroffentlicht datum datepublication fecha fechapublicacion datapubblicazione",
  updated:
    "datemodified updatedat modifiedat modifiedgmt lastmodified lastupdated lastupdate updated dateupdated modified contentmodified versioncreated aktualisiert misajour actualizado aggiornato",
  lang: "language inlanguage lang languagecode locale langcode sprache langue idioma lingua",
  status: "pubstatus publicationstatus creativeworkstatus status state workflowstate",
  note: "ednote editorsnote editornote editorialnote correctionnote corrections correction clarification note notes hinweis rectificatif correccion rettifica",
};

/** The names of each field in the order in which they are tried. */
export const FIELD_ALIASES: Readonly<Record<FieldName, readonly string[]>> = {
  headline: NAMES.headline.split(" "),
  deck: NAMES.deck.split(" "),
  body: NAMES.body.split(" "),
  byline: NAMES.byline.split(" "),
  published: NAMES.published.split(" "),
  updated: NAMES.updated.split(" "),
  lang: NAMES.lang.split(" "),
  status: NAMES.status.split(" "),
  note: NAMES.note.split(" "),
};

/** The names under which an object holds its story or stories. */
export const WRAPPERS: readonly string[] =
  "data item article story post result response doc document news newsitem entry page attributes fields items articles stories posts results entries docs graph content".split(
    " ",
  );
