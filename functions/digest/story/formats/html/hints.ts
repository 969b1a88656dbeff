/** What class, id and role say of an element that is no part of the story. */
export type Hint =
  | "navigation"
  | "sharing"
  | "related links"
  | "comments"
  | "consent"
  | "newsletter"
  | "advertisement"
  | "sidebar"
  | "form"
  | "author"
  | "tags"
  | "hidden";

/** Words that name a part of a page as a class or an id, by language; each is a whole part of the name. */
const WORDS: Readonly<Record<Hint, string>> = {
  navigation: `nav navi navbar navbars navigation navigations menu menus submenu megamenu breadcrumb breadcrumbs crumb
    crumbs pagination pager paging toc skiplink skiplinks topbar masthead footer colophon sitemap subnav
    navegacion migas menue seitennavigation fussnote-navi fil-ariane kruimelpad brodkrummer okruszki`,
  sharing: `share shares sharing sharebar sharer sharedaddy sharethis shareaholic addthis addtoany addtocalendar
    social socials socialmedia socialbar socialbuttons socialshare sociallinks jetpack likes followus follow-us follow-me
    teilen partage partager partagez compartir compartilhar compartilhe condividi condivisione delen deel dela del-artikel
    udostepnij sdilet sdileni paylas podelitsya jaa reseaux-sociaux redes-sociales redes-sociais soziale`,
  "related links": `related relateds relatedposts relatedarticles relatedcontent relatedlinks relatednews recommended
    recommendation recommendations recommend recommends recirc recirculation readmore read-more read-also also-read
    see-also seealso read-next readnext up-next more-from more-on more-stories morestories more-news moreon trending
    popular mostread most-read mostpopular most-popular latest-news latestnews latest-posts recent-posts recentposts
    outbrain taboola zergnet teaser teasers promo promos promobox promotion promotions crosslink crosslinks
    verwandt verwandte weiterlesen mehr-zum mehr-zum-thema lesen-sie lies-auch auch-interessant das-koennte
    lire-aussi lireaussi a-lire voir-aussi articles-lies associes
    relacionado relacionados relacionada relacionadas te-puede lea-tambien leia-mais leia-tambem veja-tambem
    correlati correlato leggi-anche leggianche potrebbe-interessarti gerelateerd lees-ook leesook lees-meer
    relaterad relaterade relaterat relatert las-mer les-ogsa laes-ogsaa powiazane czytaj-takze czytaj-tez zobacz-tez
    souvisejici ilgili pohozhie chitayte`,
  comments: `comment comments commenting commentlist comment-list commentform comment-form commentary-list disqus
    respond replies livefyre spotim coral reactions kommentar kommentare kommentarer kommentarbereich leserkommentare
    commentaire commentaires reagir comentario comentarios comenta commento commenti reacties reageer komentarz
    komentarze komentare diskuse diskussion yorum yorumlar kommentarii webmentions`,
  consent: `cookie cookies cookiebar cookiebanner cookieconsent cookienotice consent gdpr ccpa onetrust didomi usercentrics
    cmp cookiebot sp-message datenschutzhinweis einwilligung rgpd lgpd informativa-cookie`,
  newsletter: `newsletter newsletters newsletterbox newslettersignup mailchimp signup sign-up subscribe subscribebox
    subscription subscriptions optin opt-in mailing-list mailinglist infolettre abonnement abonnieren abonnez
    abonnement-box boletin suscripcion suscribete suscribirse assine inscreva iscriviti nieuwsbrief nyhetsbrev
    nyhedsbrev uutiskirje bulten paywall regwall`,
  advertisement: `ad ads adv advert adverts advertisement advertisements advertising advertorial adbox adslot adunit
    adsense adsbygoogle adcontainer adwrapper adplaceholder ad-container banner-ad bannerad dfp gpt-ad google-ad
    sponsor sponsors sponsored sponsorship affiliate-box anzeige anzeigen werbung reklame reklama reklam reklamy
    publicite publicidad publicidade pubblicita advertentie annons annonse annonce mainos dianomi`,
  sidebar:
    "sidebar sidebars sidebar-primary side-bar widget-area rightrail right-rail rail rightcolumn leftcolumn",
  form: "searchform search-form login-form contact-form wpcf7 gform quiz poll",
  author: `author-box authorbox author-bio authorbio author-info authorinfo about-author about-the-author author-card
    author-description author-profile post-author-box biography bio autorenbox autor-box bio-auteur`,
  tags: `tags taglist tag-list tag-links tags-links post-tags posttags tagcloud entry-tags article-tags keywords
    schlagworte schlagwoerter mots-cles etiquetas palavras-chave`,
  hidden: `visually-hidden visuallyhidden sr-only sronly screen-reader-text screenreader screen-reader screen-reader-only noprint no-print a11y-hidden`,
};

const BY_WORD: ReadonlyMap<string, Hint> = new Map(
  Object.entries(WORDS).flatMap(([hint, words]) =>
    words
      .split(/\s+/)
      .filter((word) => word !== "")
      .map((word) => [word, hint as Hint]),
  ),
);

const BY_ROLE: ReadonlyMap<string, Hint> = new Map([
  ["navigation", "navigation"],
  ["menu", "navigation"],
  ["menubar", "navigation"],
  ["banner", "navigation"],
  ["contentinfo", "navigation"],
  ["search", "form"],
  ["form", "form"],
  ["dialog", "consent"],
  ["alertdialog", "consent"],
  ["complementary", "sidebar"],
]);

const BY_TAG: ReadonlyMap<string, Hint> = new Map([
  ["nav", "navigation"],
  ["menu", "navigation"],
  ["footer", "navigation"],
  ["form", "form"],
  ["aside", "sidebar"],
  ["dialog", "consent"],
]);

/** Names that begin so speak of something else: a state of the page, a topic of the story, what a wrapper holds beside it. */
const OF_ELSE =
  /^(?:has|no|non|not|without|with|tag|category|cat|topic|section|js|is|hentry|postid|page-id|single|format|status|type|theme|lg|md|sm|xl)[-_:]/;
const MAX_NAMES = 40;
const MIN_NAME = 2;
const MAX_CLASS_NAME = 80;

/** Reads what the elements of one page say of themselves: a page has few lists of class names, and many elements with each. */
export class HintReader {
  readonly #byClass = new Map<string, ClassHint>();

  /** What tag, role, class and id of an element say. Class names alone say nothing of `html` and `body`. */
  hintOf(tag: string, attributes: ReadonlyMap<string, string>): Hint | undefined {
    if (tag === "body" || tag === "html") {
      return undefined;
    }
    const own = BY_TAG.get(tag);
    if (own !== undefined || attributes.size === 0) {
      return own;
    }
    return BY_ROLE.get(attributes.get("role") ?? "") ?? this.#hintOfNames(attributes);
  }

  #hintOfNames(attributes: ReadonlyMap<string, string>): Hint | undefined {
    const { hint, count } = this.#hintOfClass(attributes.get("class") ?? "");
    const id = attributes.get("id");
    return hint === undefined && id !== undefined ? hintOfList(id.split(" ", MAX_NAMES - count)) : hint;
  }

  #hintOfClass(classes: string): ClassHint {
    let known = this.#byClass.get(classes);
    if (known === undefined) {
      const names = classes.split(" ", MAX_NAMES);
      known = { hint: hintOfList(names), count: names.length };
      this.#byClass.set(classes, known);
    }
    return known;
  }
}

interface ClassHint {
  readonly hint: Hint | undefined;
  /** How many class names were read: with those of the id, there are at most as many as {@link MAX_NAMES}. */
  readonly count: number;
}

/** Hints of names seen before: pages repeat theirs, and a name always means the same. */
const known = new Map<string, Hint | undefined>();
const MAX_KNOWN = 50_000;

function hintOfList(names: readonly string[]): Hint | undefined {
  for (const name of names) {
    const hint = name.length < MIN_NAME || name.length > MAX_CLASS_NAME ? undefined : knownHint(name);
    if (hint !== undefined) {
      return hint;
    }
  }
  return undefined;
}

function knownHint(name: string): Hint | undefined {
  if (known.has(name)) {
    return known.get(name);
  }
  const hint = hintOfName(name.trim());
  if (known.size < MAX_KNOWN) {
    known.set(copyOf(name), hint);
  }
  return hint;
}

/** The same characters in a string of its own: a name that was cut out of a page would keep all of it in memory. */
function copyOf(name: string): string {
  return name.split("").join("");
}

function hintOfName(name: string): Hint | undefined {
  if (OF_ELSE.test(name)) {
    return undefined;
  }
  const lower = name.toLowerCase();
  const parts = (lower === name ? name : name.replaceAll(/([a-z])([A-Z])/g, "$1-$2").toLowerCase())
    .split(/[^a-z]+/)
    .filter((part) => part !== "");
  for (let index = 0; index < parts.length; index++) {
    const pair = `${parts[index]}-${parts[index + 1] ?? ""}`;
    const triple = `${pair}-${parts[index + 2] ?? ""}`;
    const hint = BY_WORD.get(triple) ?? BY_WORD.get(pair) ?? BY_WORD.get(parts[index] ?? "");
    if (hint !== undefined) {
      return hint;
    }
  }
  return undefined;
}
