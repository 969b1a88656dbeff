import * as v from "valibot";
import { CorruptStateError } from "../errors.ts";
import type { ObjectStore } from "./store.ts";

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
  const result = v.safeParse(schema, jsonOf(stored?.bytes));
  if (result.success) {
    return result.output;
  }
  const found =
    stored === undefined ? "it is missing" : `it is not one of version 1 (${result.issues[0].message})`;
  throw new CorruptStateError(
    `cannot read ${name} s3://${store.bucket}/${key}: ${found}; restore an earlier object version`,
  );
}

/** A value as a JSON object that people can read too. */
export function toJson(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

/** The value, or `undefined` if the bytes are not JSON. */
export function jsonOf(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(bytes ?? []).toString("utf8"));
  } catch {
    return undefined;
  }
}
