import { answerArchive } from "./answer.ts";
import type { Archive } from "./archive.ts";
import type { ArchiveAnswer, ArchiveRequest, ArchiveSettings } from "./serving.ts";

/** A response, whoever sends it. */
export interface Served {
  readonly status: 200 | 308 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Pages load nothing, run nothing, are in no frame and say nothing of themselves to pages that they link to. */
const PAGE_HEADERS = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex",
};

/** Seconds for which a cache may answer: the next edition is there soon, and a comparison is told better by tomorrow's code. */
const SECONDS = { page: 60, lasting: 86_400 } as const;

/** Answers a request below {@link ArchiveSettings.base}. A page is found without the slash at its end, and moved to where it is. */
export async function serveArchive(
  archive: Archive,
  { path, query }: ArchiveRequest,
  settings: ArchiveSettings,
): Promise<Served> {
  const answer = await answerArchive(archive, { path, query }, settings);
  if (answer !== undefined) {
    return served(answer);
  }
  const search = query.size === 0 ? "" : `?${query}`;
  const hasPage =
    !path.endsWith("/") && (await answerArchive(archive, { path: `${path}/`, query }, settings));
  return hasPage
    ? { status: 308, headers: { ...PAGE_HEADERS, location: `${settings.base}${path}/${search}` }, body: "" }
    : {
        status: 404,
        headers: { ...PAGE_HEADERS, "content-type": "text/html; charset=utf-8" },
        body: missingPage(settings.base),
      };
}

function served({ contentType, body, isLasting = false }: ArchiveAnswer): Served {
  const seconds = isLasting ? SECONDS.lasting : SECONDS.page;
  const headers = {
    ...PAGE_HEADERS,
    "content-type": contentType,
    "cache-control": `max-age=0, s-maxage=${seconds}`,
  };
  return { status: 200, headers, body };
}

function missingPage(base: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not found</title><p>The archive has no such page. <a href="${base}/">All editions</a>`;
}
