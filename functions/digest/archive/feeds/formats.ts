import { escapeMarkup, type Feed, type FeedEntry } from "./entries.ts";

/** A feed in Atom (RFC 4287). An empty feed is as old as the epoch: the same feed gives the same bytes. */
export function atomOf({ id, title, author, home, self, entries }: Feed): string {
  const updated = entries[0]?.updated ?? "1970-01-01T00:00:00Z";
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${escapeMarkup(id)}</id>
<title>${escapeMarkup(title)}</title>
<updated>${escapeMarkup(updated)}</updated>
<author><name>${escapeMarkup(author)}</name></author>
<link rel="alternate" type="text/html" href="${escapeMarkup(home)}"/>
<link rel="self" type="application/atom+xml" href="${escapeMarkup(self)}"/>
${entries.map(atomEntry).join("\n")}
</feed>
`;
}

function atomEntry({ id, title, url, updated, summary, html }: FeedEntry): string {
  return `<entry>
<id>${escapeMarkup(id)}</id>
<title>${escapeMarkup(title)}</title>
<updated>${escapeMarkup(updated)}</updated>
<link rel="alternate" type="text/html" href="${escapeMarkup(url)}"/>
<summary>${escapeMarkup(summary)}</summary>
<content type="html">${escapeMarkup(html)}</content>
</entry>`;
}

/** A feed in JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeedOf({ title, home, self, entries }: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title,
    home_page_url: home,
    feed_url: self,
    language: "en",
    items: entries.map(({ id, title: name, url, updated, summary, html }) => ({
      id,
      url,
      title: name,
      summary,
      content_html: html === "" ? summary : html,
      date_published: updated,
    })),
  });
}
