import { normalForm } from "../../../text/normal-form.ts";
import { lineOf } from "../block-text.ts";

/** A JSON object. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** Whether a value is a JSON object. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** A name of a field as all its spellings are compared: `body_html`, `body-html`, `bodyHtml`, `BodyHTML` are one. */
function plainName(name: string): string {
  const start = name.slice(0, 60);
  if (/^[a-z\d]*$/.test(start)) {
    return start;
  }
  return normalForm(start, "NFD")
    .replaceAll(/[\p{M}\s_\-@:$]/gu, "")
    .toLowerCase();
}

/** A JSON object by the plain names of its fields; of two with the same plain name, the first. */
export type Fields = ReadonlyMap<string, unknown>;

/** Fields of one object that are looked at; no story has as many. */
const MAX_JSON_FIELDS = 1000;

/** The fields of an object that have a value. */
export function fieldsOf(record: JsonRecord): Fields {
  const fields = new Map<string, unknown>();
  for (const name of Object.keys(record).slice(0, MAX_JSON_FIELDS)) {
    const plain = plainName(name);
    const value = record[name];
    if (value !== null && value !== "" && !fields.has(plain)) {
      fields.set(plain, value);
    }
  }
  return fields;
}

/** Whether a text is JSON itself, whole or cut off: never shown to a reader. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(?:\{\s*["'}]|\[\s*[{"[\]])/.test(text);
}

/** Names under which an object holds its text, the best first. */
const TEXT_NAMES = ["rendered", "value", "text", "html", "plaintext", "content", "en", "default"] as const;

/** The text of a value in one line: a string, or an object or list around one. Lists are joined by the separator. */
export function textOf(value: unknown, separator = " "): string | undefined {
  if (isList(value)) {
    const texts = value
      .slice(0, 100)
      .map((member) => textOfOne(member))
      .filter((text) => text !== undefined);
    return texts.length === 0 ? undefined : texts.join(separator);
  }
  return textOfOne(value);
}

function textOfOne(value: unknown): string | undefined {
  if (typeof value === "string") {
    return value.trim() === "" || looksLikeJson(value) ? undefined : value;
  }
  if (!isRecord(value)) {
    return undefined;
  }
  const name = TEXT_NAMES.find((known) => typeof value[known] === "string");
  return name === undefined ? undefined : textOfOne(value[name]);
}

/** The text of the first member of a list whose role says it is the main one, or else of the first. */
export function mainTextOf(value: unknown): string | undefined {
  if (!isList(value)) {
    return textOf(value);
  }
  const main = value
    .slice(0, 100)
    .find(
      (member) => isRecord(member) && typeof member.role === "string" && /main|primary/i.test(member.role),
    );
  return textOf(main) ?? textOf(value[0]);
}

/** Bounds of an epoch in seconds and in milliseconds: 1980 to 2096. */
const EPOCH = { from: 315_532_800, to: 4_000_000_000, ms: 1000 } as const;

/** A date as written; a number of seconds or milliseconds since 1970 in ISO 8601. */
export function dateOf(value: unknown): string | undefined {
  const date = isRecord(value) ? (value.$date ?? value.iso ?? value.value ?? value.date) : value;
  if (typeof date === "number") {
    return epochDate(date > EPOCH.to ? date / EPOCH.ms : date);
  }
  return typeof date === "string" && /\d/.test(date) && !/^0000|^https?:/.test(date) ? date : undefined;
}

function epochDate(seconds: number): string | undefined {
  return seconds >= EPOCH.from && seconds <= EPOCH.to
    ? new Date(seconds * EPOCH.ms).toISOString().replace(".000Z", "Z")
    : undefined;
}

/** The names of people: strings, objects with a name, and lists of them; addresses and links are no names. */
export function namesOf(value: unknown): string | undefined {
  const members = isList(value) ? value.slice(0, 50) : [value];
  const names = members.map(nameOf).filter((name) => name !== undefined && name !== "");
  return names.length === 0 ? undefined : [...new Set(names)].join(", ");
}

function nameOf(value: unknown): string | undefined {
  if (!isRecord(value)) {
    const text = typeof value === "string" ? textOf(value) : undefined;
    return text === undefined || /^https?:|^[^\s@]+@[^\s@]+$/.test(text)
      ? undefined
      : lineOf(text.slice(0, 1000));
  }
  const fields = fieldsOf(value);
  const whole = ["name", "fullname", "displayname", "byline", "title", "value", "text"]
    .map((name) => fields.get(name))
    .find((found) => typeof found === "string");
  const parts = [
    fields.get("firstname") ?? fields.get("givenname") ?? fields.get("first"),
    fields.get("lastname") ?? fields.get("familyname") ?? fields.get("last"),
  ].filter((part) => typeof part === "string");
  return nameOf(whole) ?? (parts.length === 0 ? undefined : parts.join(" "));
}
