import type { Answer } from "../http-server.ts";
import { S3Problem } from "./problem.ts";
import type { S3Request } from "./request.ts";
import { element, textsOf, xmlDocument } from "./xml.ts";

const MAX_TAGS = 10;
const MAX_NAME = 128;
const MAX_VALUE = 256;

/** PutObjectTagging: replaces all tags of an object. */
export async function putTags(request: S3Request): Promise<Answer> {
  const { store, key } = request;
  if ((await store.look(key)) === undefined) {
    throw new S3Problem("NoSuchKey");
  }
  const xml = new TextDecoder().decode(await request.body());
  await store.tag(key, parseTags(xml));
  return { status: 200 };
}

/** GetObjectTagging. */
export async function getTags({ store, key }: S3Request): Promise<Answer> {
  const tags = await store.tags(key);
  if (tags === undefined) {
    throw new S3Problem("NoSuchKey");
  }
  const rows = Object.entries(tags).map(
    ([name, value]) => `<Tag>${element("Key", name)}${element("Value", value)}</Tag>`,
  );
  return {
    status: 200,
    headers: { "content-type": "application/xml" },
    body: xmlDocument("Tagging", `<TagSet>${rows.join("")}</TagSet>`),
  };
}

function parseTags(xml: string): Readonly<Record<string, string>> {
  const names = textsOf(xml, "Key");
  const values = textsOf(xml, "Value");
  if (!xml.includes("<TagSet") || names.length !== values.length) {
    throw new S3Problem("MalformedXML");
  }
  if (names.length > MAX_TAGS || new Set(names).size < names.length) {
    throw new S3Problem("InvalidTag", `At most ${MAX_TAGS}, each name once.`);
  }
  if (names.some((name) => !fits(name, 1, MAX_NAME)) || values.some((value) => !fits(value, 0, MAX_VALUE))) {
    throw new S3Problem("InvalidTag", `Names of 1 to ${MAX_NAME} characters, values up to ${MAX_VALUE}.`);
  }
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? ""]));
}

function fits(text: string, least: number, most: number): boolean {
  return text.length >= least && text.length <= most;
}
