import type { Edition } from "../edition/schema.ts";
import { renderEdition } from "./mail/render.ts";
import type { RenderOptions } from "./mail/types.ts";

/** A published form of an edition: bytes under a key of the state bucket. */
export interface Artefact {
  readonly key: string;
  /** Media type with charset, as in the HTTP `Content-Type` header. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** How and where to publish an edition. */
export interface PublishSettings extends RenderOptions {
  readonly keys: { readonly subject: string; readonly html: string; readonly text: string };
}

/**
 * All artefacts of an edition, made once and stored unchanged: currently the three parts of its email. Pure: the same
 * edition and settings give the same bytes. A new artefact (a page, a feed) is one more entry in this list, with its
 * key in `keys.ts`.
 */
export function publish(edition: Edition, { keys, ...options }: PublishSettings): readonly Artefact[] {
  const { subject, html, text } = renderEdition(edition, options);
  return [
    { key: keys.subject, contentType: PLAIN, bytes: Buffer.from(subject) },
    { key: keys.html, contentType: HTML, bytes: Buffer.from(html) },
    { key: keys.text, contentType: PLAIN, bytes: Buffer.from(text) },
  ];
}

const HTML = "text/html; charset=utf-8";
const PLAIN = "text/plain; charset=utf-8";
