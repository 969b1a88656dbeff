import { serveUrl } from "../../../functions/archive/serve-url.ts";
import { openArchive } from "../../../functions/digest/archive/archive.ts";
import { type ArchiveConfig, readArchiveConfig } from "../../../functions/digest/config.ts";
import { ACCESS_KEY } from "../../../functions/digest/keys.ts";
import { slotName, storyId } from "../../../functions/digest/publish/wording/archive-names.ts";
import type { LocalStore } from "../../../local/stores/local-store.ts";
import { createEdge, type Edge, isPassed } from "../../support/edge.ts";
import type { World } from "../world/world.ts";

/** Where the archive of a world is, and who may read it. */
export const ARCHIVE_ENVIRONMENT = {
  ARCHIVE_URL: "https://archive.example.org",
  ARCHIVE_ACCESS: "link",
} as const;

const ACCESS = { version: 1, id: "k1", secret: "9d".repeat(32), password: "abcde-fghij-klmno-pqrst" };

/** Puts into a state bucket what the stack does. */
export async function writeAccess(state: LocalStore): Promise<void> {
  await state.write(ACCESS_KEY, Buffer.from(JSON.stringify(ACCESS)));
}

/** Asks a world's archive, as it is on the web, for a page. */
interface Web {
  readonly edge: Edge;
  /** The status of an answer. */
  open(path: string): Promise<number>;
  readonly archive: ReturnType<typeof openArchive>;
}

/**
 * An email never links to a page that is not there or does not open; each committed edition has its page and one for each of its stories; the
 * texts of each change can be read.
 */
export async function judgeArchive(world: World): Promise<readonly string[]> {
  const web = openWeb(world);
  return [...(await judgeLinks(world, web)), ...(await judgePages(web)), ...(await judgeTexts(web))];
}

function openWeb({ state, clock }: World): Web {
  const archive = openArchive({ state, reading: {} });
  const config: ArchiveConfig = readArchiveConfig({ STATE_BUCKET: state.bucket, ...ARCHIVE_ENVIRONMENT });
  const answered = new Map<string, Promise<number>>();
  const open = async (rawPath: string): Promise<number> => {
    const request = { rawPath, rawQueryString: "", headers: {} };
    return (await serveUrl(request, { archive, config, topics: async () => [] })).status;
  };
  return {
    archive,
    edge: createEdge("link", { [ACCESS.id]: ACCESS.secret }, clock.now),
    async open(path) {
      const status = answered.get(path) ?? open(path);
      answered.set(path, status);
      return await status;
    },
  };
}

async function judgeLinks({ mails }: World, { edge, open }: Web): Promise<readonly string[]> {
  const violations: string[] = [];
  const links = new Set(mails.flatMap(({ html }) => linksOf(html)));
  for (const link of links) {
    const answer = await edge.ask(link);
    const [path = ""] = link.split("?");
    const status = isPassed(answer) || answer.statusCode === 302 ? await open(path) : answer.statusCode;
    if (status !== 200) {
      violations.push(`an email links to ${path}, which answers ${status}`);
    }
  }
  return violations;
}

/** The addresses of an email that lead to the archive, without its host. */
export function linksOf(html: string): readonly string[] {
  const plain = html.replaceAll("&#x3D;", "=").replaceAll("&amp;", "&");
  return [...plain.matchAll(/href="https:\/\/archive\.example\.org([^"]+)"/g)].map(([, link = ""]) => link);
}

async function judgePages({ archive, open }: Web): Promise<readonly string[]> {
  const editions = await archive.editions();
  const violations: string[] = [];
  for (const page of ["/", ...editions.map(({ slot }) => `/editions/${slotName(slot)}/`)]) {
    const status = await open(page);
    if (status !== 200) {
      violations.push(`the archive has no ${page}: it answers ${status}`);
    }
  }
  for (const key of new Set(editions.flatMap(({ events }) => events.map((event) => event.key)))) {
    if ((await archive.history(storyId(key))) === undefined) {
      violations.push(`the archive has no history of ${key}`);
    }
  }
  return violations;
}

async function judgeTexts({ archive }: Web): Promise<readonly string[]> {
  const texts = (await archive.editions()).flatMap(({ slot, events }) =>
    events.flatMap(({ key, renamedFrom = key, sha256 }) => [
      { slot, key: renamedFrom, hash: sha256?.before },
      { slot, key, hash: sha256?.after },
    ]),
  );
  const violations: string[] = [];
  for (const { slot, key, hash } of texts) {
    if (hash !== undefined && (await archive.version(hash, key)) === undefined) {
      violations.push(`the archive has lost a text of ${key} of ${slot}`);
    }
  }
  return violations;
}
