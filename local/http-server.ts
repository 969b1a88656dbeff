import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

/** A local server's response. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
}

/** Of pages that are nobody else's: not kept, not told where links come from, never taken for another type. */
export const PRIVATE_HEADERS = {
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** A server on 127.0.0.1. */
export interface LocalServer {
  readonly url: string;
  /** The listening server; a test that drops responses on purpose wraps its handler. */
  readonly server: Server;
  close(): Promise<void>;
}

/** Gets an error that a client sees only as a status. */
export type OnFailure = (error: unknown) => void;

/** Clients keep connections open; a server that dropped idle ones first would look like a lost response. */
const KEEP_ALIVE_MS = 3_600_000;

/** Status of a request for another host. */
const MISDIRECTED = 421;

/**
 * Serves until closed; port 0 picks a free port. An error thrown by `answer` becomes a 500 with its message. Other
 * pages get no answer, see {@link isForUs}.
 */
export async function serve(
  answer: (request: IncomingMessage) => Promise<Answer>,
  port = 0,
  onFailure: OnFailure = () => undefined,
): Promise<LocalServer> {
  const server = createServer(async (request, response) => {
    try {
      const refusal = { status: MISDIRECTED, body: "only programs of this machine are served here" };
      reply(request, response, isForUs(request) ? await answer(request) : refusal);
    } catch (error) {
      onFailure(error);
      reply(request, response, { status: 500, body: error instanceof Error ? error.message : String(error) });
    }
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) =>
      reject(
        new Error(
          `cannot listen on port ${port}: ${cause.message}: choose another with --port, 0 for any free one`,
          { cause },
        ),
      ),
    );
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    server,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Refuses host names that others have pointed at this machine, and whatever but a look a browser sends from a page that is not
 * the server's own: of another site, or of another port of this machine.
 */
function isForUs({ method = "", headers }: IncomingMessage): boolean {
  const isLook = method === "GET" || method === "HEAD";
  const isHere = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? "");
  return isHere && (isLook || isFromHere(headers));
}

/** Browsers say which site a page is of, older ones only its origin; other programs say neither. */
function isFromHere({ host, origin, "sec-fetch-site": site }: IncomingHttpHeaders): boolean {
  return site === undefined
    ? origin === undefined || origin === `http://${host}`
    : site === "same-origin" || site === "none";
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" && address !== null ? address.port : 0;
}

function reply(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const body = Buffer.from(answer.body ?? "");
  response.writeHead(answer.status, { "content-length": body.length, ...answer.headers });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** The whole body of a request; throws if the client disconnects early or sends more than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limit) {
      throw new Error(`the body is larger than ${limit} bytes`);
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
