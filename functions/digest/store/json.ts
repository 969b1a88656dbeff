import * as v from "valibot";
import { CorruptStateError } from "../errors.ts";
import type { ObjectStore } from "../ports.ts";

/** The value in these bytes if they are JSON of this shape, otherwise `undefined`. */
export function parseJson<const Schema extends v.GenericSchema>(
  schema: Schema,
  bytes: Uint8Array | undefined,
): v.InferOutput<Schema> | undefined {
  const result = v.safeParse(schema, jsonOf(bytes));
  return result.success ? result.output : undefined;
}

/**
 * Reads JSON that our code wrote; throws {@link CorruptStateError} if it is missing or has another shape.
 * `name` says what it should be. One GET.
 */
export async function readJson<const Schema extends v.GenericSchema>(
  store: ObjectStore,
  key: string,
  schema: Schema,
  name: string,
): Promise<v.InferOutput<Schema>> {
  const stored = await store.read(key);
  return checkJson(stored?.bytes, schema, `${name} s3://${store.bucket}/${key}`);
}

/** The value in the bytes of an object that our code wrote; {@link readJson} without the read. `what`: its name and address. */
export function checkJson<const Schema extends v.GenericSchema>(
  bytes: Uint8Array | undefined,
  schema: Schema,
  what: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, jsonOf(bytes));
  if (result.success) {
    return result.output;
  }
  const found =
    bytes === undefined ? "it is missing" : `it is not what this code writes (${result.issues[0].message})`;
  throw new CorruptStateError(`cannot read ${what}: ${found}; restore an earlier object version`);
}

/**
 * An object as JSON that people can read too, as `JSON.stringify(value, null, 2)` writes it, with a line end. Measured first, then
 * written entry by entry of its lists: the text of an edition with ten thousand changes, at once, takes six times its bytes.
 */
export function toJson(value: object): Uint8Array {
  return written(() => partsOf(value));
}

/** An object as `JSON.stringify(value)` writes it, with a line end; like {@link toJson}, entry by entry of its lists. */
export function toJsonLine(value: object): Uint8Array {
  return written(() => partsOfLine(value));
}

function written(parts: () => Generator<string>): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(parts().reduce((size, part) => size + Buffer.byteLength(part), 0));
  let at = 0;
  for (const part of parts()) {
    at += bytes.write(part, at);
  }
  return bytes;
}

function fieldsOf(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, field]) => field !== undefined);
}

function* partsOfLine(value: object): Generator<string> {
  let before = "{";
  for (const [name, field] of fieldsOf(value)) {
    yield `${before}${JSON.stringify(name)}:`;
    yield* Array.isArray(field) ? entriesOfLine(field) : [JSON.stringify(field)];
    before = ",";
  }
  yield before === "{" ? "{}\n" : "}\n";
}

function* entriesOfLine(list: readonly unknown[]): Generator<string> {
  let before = "[";
  for (const entry of list) {
    yield `${before}${JSON.stringify(entry ?? null)}`;
    before = ",";
  }
  yield before === "[" ? "[]" : "]";
}

function* partsOf(value: object): Generator<string> {
  const fields = fieldsOf(value);
  let before = "{";
  for (const [name, field] of fields) {
    yield `${before}\n  ${JSON.stringify(name)}: `;
    yield* Array.isArray(field) && field.length > 0 ? entriesOf(field) : [indented(field, "  ")];
    before = ",";
  }
  yield fields.length === 0 ? "{}\n" : "\n}\n";
}

function* entriesOf(list: readonly unknown[]): Generator<string> {
  let before = "[";
  for (const entry of list) {
    yield `${before}\n    ${indented(entry ?? null, "    ")}`;
    before = ",";
  }
  yield "\n  ]";
}

/** Line ends within strings are escaped: each one is of the layout. */
function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${indent}`);
}

/** The value, or `undefined` if the bytes are not JSON. */
export function jsonOf(bytes: Uint8Array | undefined): unknown {
  return bytes && jsonOfText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8"));
}

/** The value, or `undefined` if the text is not JSON. */
export function jsonOfText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Throws {@link CorruptStateError} for a versioned value that this code does not know; others pass. */
export function refuseOtherVersion(
  content: unknown,
  known: readonly number[],
  where: string,
  otherwise = "",
): void {
  const versioned = v.safeParse(v.object({ version: v.number() }), content);
  if (versioned.success && !known.includes(versioned.output.version)) {
    throw new CorruptStateError(
      `cannot use ${where}: it has version ${versioned.output.version}, this code supports ${known.join(" and ")}; deploy the newer code again${otherwise}`,
    );
  }
}
