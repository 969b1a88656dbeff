import { drawSome, type Random } from "./random.ts";

/** A change to a page around its story. `middle` is a place between two paragraphs of the story. */
export type PageMutation = (html: string, middle: number, random: Random) => string;

const TOPICS = ["Harbour", "Élections", "Wirtschaft", "Cultura", "Sport", "Weather", "Health", "Voyages"];
const HEADLINES = [
  "Council votes to reopen the old swimming pool next spring",
  "Fünf Dinge, die Sie vor dem Winter am Auto prüfen sollten",
  "La compagnie ferroviaire promet des trains plus ponctuels",
  "El museo prorroga la exposición hasta finales de mes",
  "Why the price of coffee rose again this summer",
  "Storm leaves thousands without power along the coast",
];
const SENTENCES = [
  "Our team tests every product on its own for weeks before it is recommended, and none of the makers pays for that.",
  "Join thousands of readers who start the day with the five stories that matter, in one short email before breakfast.",
  "We and our partners store cookies on your device to measure how the site is used, and to show you advertising.",
  "The tickets for the festival go on sale on Friday morning, and last year they were sold out within an hour.",
];

function link(text: string): string {
  return `<a href="/n/${text.length}">${text}</a>`;
}

function list(texts: readonly string[]): string {
  return `<ul>${texts.map((text) => `<li>${link(text)}</li>`).join("")}</ul>`;
}

function one(from: readonly string[], random: Random): string {
  return drawSome(from, 1, random)[0] ?? "";
}

function insert(html: string, at: number, piece: string): string {
  return at < 0 ? html : html.slice(0, at) + piece + html.slice(at);
}

function afterBody(html: string, piece: string): string {
  const body = /<body[^>]*>/i.exec(html);
  return body === null ? html : insert(html, body.index + body[0].length, piece);
}

function atEnd(html: string, piece: string): string {
  const end = html.toLowerCase().lastIndexOf("</body>");
  return end < 0 ? html + piece : insert(html, end, piece);
}

function intoFirst(html: string, tag: RegExp, piece: string): string {
  const found = tag.exec(html);
  return found === null ? afterBody(html, piece) : insert(html, found.index + found[0].length, piece);
}

function beforeLast(html: string, tags: readonly string[], piece: string): string {
  const at = tags.map((tag) => html.lastIndexOf(tag)).find((index) => index >= 0);
  return at === undefined ? atEnd(html, piece) : insert(html, at, piece);
}

const number = (random: Random) => String(Math.floor(random() * 900) + 2);

/** Kinds of change that no reader of the story would call news. */
export const PAGE_MUTATIONS: ReadonlyMap<string, PageMutation> = new Map<string, PageMutation>([
  ["menu items", (html, _, random) => intoFirst(html, /<nav[^>]*>/i, list(drawSome(TOPICS, 4, random)))],
  [
    "footer links",
    (html, _, random) =>
      intoFirst(html, /<footer[^>]*>/i, `<div class="links">${list(drawSome(TOPICS, 5, random))}</div>`),
  ],
  [
    "related links",
    (html, _, random) =>
      atEnd(
        html,
        `<section class="related-articles"><h3>Related</h3>${list(drawSome(HEADLINES, 4, random))}</section>`,
      ),
  ],
  [
    "ticker without a name",
    (html, _, random) =>
      afterBody(html, `<div class="q7">${drawSome(HEADLINES, 3, random).map(link).join(" ")}</div>`),
  ],
  [
    "banner before",
    (html, _, random) => afterBody(html, `<div class="k2"><p>${one(SENTENCES, random)}</p></div>`),
  ],
  [
    "banner after",
    (html, _, random) =>
      atEnd(html, `<div class="k3"><h4>${one(HEADLINES, random)}</h4><p>${one(SENTENCES, random)}</p></div>`),
  ],
  [
    "comments",
    (html, _, random) => {
      const counted = html.replaceAll(
        /\b\d+ (comments?|kommentare?|commentaires?|comentarios?)\b/gi,
        (_found, word: string) => `${number(random)} ${word}`,
      );
      const comment = `<li class="comment"><cite>Kim</cite><p>${one(SENTENCES, random)}</p></li>`;
      return atEnd(
        counted,
        `<div id="comments"><h3>${number(random)} comments</h3><ol>${comment}</ol></div>`,
      );
    },
  ],
  [
    "advertisement in the story",
    (html, middle, random) =>
      insert(
        html,
        middle,
        `<div class="ad-slot"><span>Advertisement</span><p>${one(SENTENCES, random)}</p>${link("Buy now")}</div>`,
      ),
  ],
  [
    "advertisement without a name",
    (html, middle) =>
      insert(html, middle, `<div class="c9x"><p>Advertisement</p><iframe src="/f"></iframe></div>`),
  ],
  [
    "newsletter in the story",
    (html, middle, random) =>
      insert(
        html,
        middle,
        `<div class="newsletter-signup"><h3>Get our newsletter</h3><p>${one(SENTENCES, random)}</p>` +
          `<form><input type="email"><button>Sign up</button></form></div>`,
      ),
  ],
  [
    "form without a name",
    (html, middle, random) =>
      insert(
        html,
        middle,
        `<div class="b4"><h3>${one(HEADLINES, random)}</h3><p>${one(SENTENCES, random)}</p><form><input type="email"></form></div>`,
      ),
  ],
  [
    "link to another story",
    (html, middle, random) => insert(html, middle, `<p>${link(`Read also: ${one(HEADLINES, random)}`)}</p>`),
  ],
  [
    "teasers in the story",
    (html, middle, random) =>
      insert(
        html,
        middle,
        `<div class="related"><h4>Related</h4>${list(drawSome(HEADLINES, 2, random))}</div>`,
      ),
  ],
  [
    "share bar",
    (html, middle, random) =>
      insert(
        html,
        middle,
        `<div class="share-bar"><span>${number(random)} shares</span>${link("Facebook")} ${link("X")}</div>`,
      ),
  ],
  [
    "consent",
    (html, _, random) =>
      atEnd(
        html,
        `<div id="onetrust-consent-sdk" role="dialog"><h2>Your privacy</h2><p>${one(SENTENCES, random)}</p><button>Accept</button></div>`,
      ),
  ],
  [
    "links without a name in the story",
    (html, middle, random) =>
      insert(
        html,
        middle,
        `<div class="z3"><h4>Most popular</h4>${list(drawSome(HEADLINES, 3, random))}</div>`,
      ),
  ],
  [
    "teasers without a name after the story",
    (html, _, random) => {
      const teasers = drawSome(HEADLINES, 3, random).map(
        (text) => `<div><h3>${link(text)}</h3><p>${one(SENTENCES, random)}</p></div>`,
      );
      return beforeLast(html, ["</article>", "</main>"], `<div class="z4">${teasers.join("")}</div>`);
    },
  ],
  [
    "age of the story",
    (html, _, random) =>
      intoFirst(html, /<h1[^>]*>[^<]*<\/h1>/i, `<span>${number(random)} minutes ago</span>`),
  ],
  ["outer classes", (html, _, random) => renameOuter(html, random)],
  [
    "scripts",
    (html, middle, random) =>
      insert(
        html,
        middle,
        `<script>window.q=${number(random)};document.write("<p>No story</p>")</script>`,
      ).replace(/<\/head>/i, `<style>.a${number(random)}{color:red}</style></head>`),
  ],
  ["sidebar", (html, _, random) => moveSidebar(html, random)],
]);

/** Adds a name to the classes of `body` and the elements that open right after it. */
function renameOuter(html: string, random: Random): string {
  const body = html.search(/<body/i);
  if (body < 0) {
    return html;
  }
  let left = 3;
  return (
    html.slice(0, body) +
    html.slice(body).replaceAll(/(<(?:body|div|header)\b[^>]*\bclass=["'])/gi, (found) => {
      left -= 1;
      return left >= 0 ? `${found}v${number(random)} ` : found;
    })
  );
}

/** Moves the first sidebar to the start of the page, or adds one there. */
function moveSidebar(html: string, random: Random): string {
  const start = html.search(/<aside\b/i);
  const end = start < 0 ? -1 : html.indexOf("</aside>", start);
  const isNested = end > 0 && html.slice(start + 6, end).includes("<aside");
  if (end < 0 || isNested) {
    const teasers = drawSome(HEADLINES, 3, random).map(
      (text) => `<h4>${link(text)}</h4><p>${one(SENTENCES, random)}</p>`,
    );
    return afterBody(html, `<div class="sidebar">${teasers.join("")}</div>`);
  }
  const sidebar = html.slice(start, end + "</aside>".length);
  return afterBody(html.slice(0, start) + html.slice(end + "</aside>".length), sidebar);
}
