import { Buffer } from "node:buffer";
import crypto from "node:crypto";
import { runInNewContext } from "node:vm";
import { once } from "../../functions/digest/text/once.ts";
import type { ArchiveAccess } from "../../infra/archive/archive.ts";
import { viewerCode } from "../../infra/archive/viewer-function.ts";

/** A value in CloudFront's events (CloudFront developer guide, "CloudFront Functions event structure"). */
interface EdgeValue {
  readonly value: string;
  readonly multiValue?: readonly { readonly value: string }[];
}

type EdgeFields = Record<string, EdgeValue>;

export interface EdgeRequest {
  readonly method: string;
  readonly uri: string;
  readonly querystring: EdgeFields;
  readonly headers: EdgeFields;
  readonly cookies: EdgeFields;
}

export interface EdgeResponse {
  readonly statusCode: number;
  readonly headers: EdgeFields;
  readonly cookies?: Readonly<Record<string, { readonly value: string; readonly attributes?: string }>>;
  readonly body?: string;
}

export type EdgeAnswer = EdgeRequest | EdgeResponse;

/** What a reader asks for: an address, and what the browser sends with it. */
export interface Asked {
  readonly cookie?: string;
  readonly authorization?: string;
  readonly method?: string;
  /** Headers of the reader's own. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Edge {
  ask(path: string, asked?: Asked): Promise<EdgeAnswer>;
}

export const HOST = "d111111abcdef8.cloudfront.net";

/** CloudFront's function as the stack puts it there, with what is in its store, at a time. */
export function createEdge(
  access: ArchiveAccess,
  stored: Readonly<Record<string, string>>,
  now: () => number,
): Edge {
  const kvs = () => ({
    async get(name: string): Promise<string> {
      const value = stored[name];
      if (value === undefined) {
        throw new Error("KeyNotFound");
      }
      return value;
    },
  });
  class FakeDate extends Date {
    static override now(): number {
      return now();
    }
  }
  const handler = once(() => handlerIn({ cf: { kvs }, Date: FakeDate }, viewerCode(access)));
  return { ask: (path, asked = {}) => handler()({ request: requestOf(path, asked) }) };
}

/** The function, in a context of its own with what CloudFront has. */
function handlerIn(
  globals: object,
  code: string,
): (event: { readonly request: EdgeRequest }) => Promise<EdgeAnswer> {
  const require = (name: string) => {
    if (name !== "crypto") {
      throw new Error(`CloudFront has no module ${name}`);
    }
    return crypto;
  };
  return runInNewContext(`${code.replace('import cf from "cloudfront";', "")}; handler`, {
    ...globals,
    Buffer,
    require,
  });
}

/** Whether CloudFront goes on to the archive. */
export function isPassed(answer: EdgeAnswer): answer is EdgeRequest {
  return !("statusCode" in answer);
}

function requestOf(
  path: string,
  { cookie, authorization, method = "GET", headers = {} }: Asked,
): EdgeRequest {
  const at = path.indexOf("?");
  const uri = at === -1 ? path : path.slice(0, at);
  const own = Object.entries({ ...headers, ...(authorization && { authorization }) });
  return {
    method,
    uri,
    querystring: at === -1 ? {} : fieldsOf(path.slice(at + 1)),
    headers: { host: { value: HOST }, ...Object.fromEntries(own.map(([name, value]) => [name, { value }])) },
    cookies: cookie === undefined ? {} : { "__Host-archive": { value: cookie } },
  };
}

/** Values as they stand in the address, encoded; of several of one name, `value` is the first. */
function fieldsOf(query: string): EdgeFields {
  const pairs = query.split("&").map((pair) => {
    const [name = "", ...value] = pair.split("=");
    return { name, value: value.join("=") };
  });
  return Object.fromEntries(
    [...Map.groupBy(pairs, ({ name }) => name)].map(([name, same]) => [
      name,
      {
        value: same[0]?.value ?? "",
        ...(same.length > 1 && { multiValue: same.map(({ value }) => ({ value })) }),
      },
    ]),
  );
}
