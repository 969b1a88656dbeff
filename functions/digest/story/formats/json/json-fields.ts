import { isList, isRecord } from "./json-values.ts";

/** The fields of a story that a setting can map. */
export const FIELD_NAMES = [
  "headline",
  "deck",
  "body",
  "byline",
  "published",
  "updated",
  "lang",
  "status",
  "note",
] as const;

/** A field of a story. */
export type FieldName = (typeof FIELD_NAMES)[number];

/** One step of a path: the name of a field, the place in a list from 0, or all of a list. */
export type Step = string | number | "[]";

/** Where the fields of a story stand in the JSON of a corpus. */
export type JsonFields = Readonly<Partial<Record<FieldName, readonly Step[]>>>;

/** Longest path, in steps; deeper than any story is nested. */
const MAX_PATH_STEPS = 32;

const EXAMPLE = "headline=meta.title,body=content.blocks[].text";

/**
 * Reads the setting `jsonFields`: names and dotted paths, as in `headline=meta.title,body=content.blocks[].text`. `[]` is each
 * member of a list, `[0]` its first. Spaces around names and paths, and an empty text, are allowed.
 *
 * @throws {Error} on an unknown or repeated name or a path that cannot be read; its message says which and what to write.
 */
export function parseJsonFields(text: string): JsonFields {
  const fields: Partial<Record<FieldName, readonly Step[]>> = {};
  for (const pair of text.split(",").filter((part) => part.trim() !== "")) {
    const [name, path] = readPair(pair.trim());
    if (fields[name] !== undefined) {
      throw new Error(`cannot read jsonFields: ${name} is mapped twice; map each field once`);
    }
    fields[name] = path;
  }
  return fields;
}

function readPair(pair: string): readonly [FieldName, readonly Step[]] {
  const sign = pair.indexOf("=");
  if (sign === -1) {
    throw new Error(
      `cannot read jsonFields: expected name=path, found "${pair}"; write for example ${EXAMPLE}`,
    );
  }
  const written = pair.slice(0, sign).trim();
  const name = FIELD_NAMES.find((known) => known === written);
  if (name === undefined) {
    throw new Error(
      `cannot read jsonFields: "${written}" is no field of a story; use one of ${FIELD_NAMES.join(", ")}`,
    );
  }
  return [name, readPath(name, pair.slice(sign + 1).trim())];
}

const SEGMENT = /^([^[\]]*)((?:\[\d{0,6}\])*)$/;

function readPath(name: FieldName, path: string): readonly Step[] {
  const steps = path.split(".").flatMap((segment, index) => {
    const [whole, field = "", lists = ""] = SEGMENT.exec(segment) ?? [];
    const isRootList = index === 0 && lists !== "";
    if (whole === undefined || (field.trim() === "" && !isRootList)) {
      throw new Error(
        `cannot read jsonFields: the path of ${name} is "${path}"; write field names with dots between them and [] after a list, for example content.blocks[].text`,
      );
    }
    const places = [...lists.matchAll(/\[(\d*)\]/g)].map(([, place = ""]) =>
      place === "" ? "[]" : Number(place),
    );
    return field === "" ? places : [field.trim(), ...places];
  });
  if (steps.length > MAX_PATH_STEPS) {
    throw new Error(
      `cannot read jsonFields: the path of ${name} has ${steps.length} steps; at most ${MAX_PATH_STEPS} are read`,
    );
  }
  return steps;
}

/** What stands at a path: one value, of a path with `[]` all its values in a list, or `undefined` for nothing. */
export function valueAt(root: unknown, path: readonly Step[]): unknown {
  let values: readonly unknown[] = [root];
  for (const step of path) {
    values = values.flatMap((value) => follow(value, step));
  }
  return path.includes("[]") ? values : values[0];
}

function follow(value: unknown, step: Step): readonly unknown[] {
  if (isList(value)) {
    return step === "[]" ? value : membersAt(value, step);
  }
  const found = isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  return found === undefined || found === null ? [] : [found];
}

function membersAt(list: readonly unknown[], step: Step): readonly unknown[] {
  const member = typeof step === "number" ? list[step] : undefined;
  return member === undefined || member === null ? [] : [member];
}
