import type { IncomingMessage } from "node:http";
import { type Answer, type LocalServer, serve } from "../http-server.ts";
import { inMode } from "./mode.ts";
import { previewPage, problemPage, SCRIPT } from "./pages.ts";
import type { Preview } from "./preview-schema.ts";
import type { Watcher } from "./watch.ts";

const MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox; form-action 'none'";
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'none'; base-uri 'none'";

/** One event, then the browser reconnects; soon, so that a change is never missed for long. */
const CHANGE_EVENT = "retry: 100\nevent: change\ndata: changed\n\n";

/** What the preview's pages are built from. */
export interface PreviewSource {
  /** The edition shown by default. */
  readonly first: string;
  /** Renders a named edition with the current files and code; throws if that fails. */
  readonly render: (edition: string) => Promise<Preview>;
  readonly changes: Pick<Watcher, "version" | "changedSince">;
}

/** Serves the preview on 127.0.0.1; port 0 picks a free port. */
export function startPreviewServer(source: PreviewSource, port: number): Promise<LocalServer> {
  return serve(async (request) => (request.method === "GET" ? answerOf(source, request) : missing()), port);
}

async function answerOf(source: PreviewSource, { url = "/" }: IncomingMessage): Promise<Answer> {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const edition = searchParams.get("edition") ?? source.first;
  switch (pathname) {
    case "/":
      return html(await pageOf(source, edition), PAGE_POLICY);
    case "/html": {
      const mode = searchParams.get("mode") === "dark" ? "dark" : "light";
      return html(inMode((await source.render(edition)).html, mode), MAIL_POLICY);
    }
    case "/changes":
      await source.changes.changedSince(Number(searchParams.get("since")));
      return answer("text/event-stream", CHANGE_EVENT);
    case "/reload.js":
      return answer("text/javascript", SCRIPT);
    default:
      return missing();
  }
}

async function pageOf({ render, changes }: PreviewSource, edition: string): Promise<string> {
  const version = changes.version();
  try {
    return previewPage({ edition, version }, await render(edition));
  } catch (error) {
    return problemPage({ edition, version }, error instanceof Error ? error.message : String(error));
  }
}

function html(body: string, policy: string): Answer {
  return answer("text/html; charset=utf-8", body, { "content-security-policy": policy });
}

function answer(type: string, body: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, headers: { "content-type": type, "cache-control": "no-store", ...headers }, body };
}

function missing(): Answer {
  return { status: 404, body: "page not found" };
}
