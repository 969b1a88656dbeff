import type { IncomingMessage } from "node:http";
import { serveUrl } from "../../functions/archive/serve-url.ts";
import { openArchive } from "../../functions/digest/archive/archive.ts";
import { type ArchiveConfig, readArchiveConfig } from "../../functions/digest/config.ts";
import { topicsOf } from "../../functions/digest/run/audiences/topics.ts";
import { type Answer, type LocalServer, serve } from "../../local/http-server.ts";
import type { MemoryStore } from "../../local/stores/memory-store.ts";
import { createEdge, type EdgeResponse, isPassed } from "./edge.ts";

/** CloudFront in front of the archive's function, without its cache: what the stack deploys, on this machine and without TLS. */
export function startWebArchive(
  state: MemoryStore,
  access: ArchiveConfig["archiveAccess"],
  stored: Readonly<Record<string, string>>,
): Promise<LocalServer> {
  const now = () => new Date();
  const edge = createEdge(access, stored, () => now().getTime());
  const config = readArchiveConfig({ STATE_BUCKET: state.bucket, ARCHIVE_ACCESS: access });
  const archive = openArchive({ state, reading: {} });
  return serve(async (request: IncomingMessage): Promise<Answer> => {
    const { url = "/", method = "GET", headers } = request;
    const { host = "", authorization } = headers;
    const cookie = /(?:^|; )__Host-archive=([^;]*)/.exec(headers.cookie ?? "")?.[1];
    const asked = {
      method,
      headers: { host },
      ...(cookie && { cookie }),
      ...(authorization && { authorization }),
    };
    const passed = await edge.ask(url, asked);
    if (!isPassed(passed)) {
      return answerOf(passed);
    }
    const [rawPath = "", rawQueryString = ""] = url.replace(/([?&])key=[^&]*&?/, "$1").split("?");
    const own = Object.entries(passed.headers).filter(([name]) => name.startsWith("x-archive-"));
    const seen = Object.fromEntries(own.map(([name, { value }]) => [name, value]));
    const answer = await serveUrl(
      {
        rawPath,
        rawQueryString,
        headers: { ...seen, "accept-encoding": String(headers["accept-encoding"]) },
      },
      { archive, config, topics: () => topicsOf({ config, state }) },
    );
    return { status: answer.status, headers: answer.headers, body: answer.body };
  });
}

function answerOf({ statusCode, headers, cookies = {}, body = "" }: EdgeResponse): Answer {
  const plain = Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name, value]));
  const [cookie] = Object.entries(cookies).map(
    ([name, { value, attributes }]) => `${name}=${value}; ${attributes}`,
  );
  const location = plain.location?.replace(/^https:/, "http:");
  return {
    status: statusCode,
    headers: { ...plain, ...(location && { location }), ...(cookie && { "set-cookie": cookie }) },
    body,
  };
}
