import type { Edition } from "../edition/schema.ts";
import { renderEdition } from "./mail/render.ts";
import type { RenderOptions } from "./mail/types.ts";

/** What an edition is published as: bytes under a key of the state bucket. */
export interface Artefact {
  readonly key: string;
  /** Media type with its character set, as HTTP names it. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** How an edition is published, and where. */
export interface PublishSettings extends RenderOptions {
  readonly keys: { readonly subject: string; readonly html: string; readonly text: string };
}

/**
 * Every artefact of an edition, made once and stored as it is: today the three parts of its email. Pure; the same
 * edition and settings give the same bytes. A new artefact (a page, a feed) is one more entry of this list, and its
 * key stands in `keys.ts`.
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
