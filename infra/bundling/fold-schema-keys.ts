import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";

const SCHEMAS = /[\\/]@aws-sdk[\\/]client-[a-z0-9-]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/;

/**
 * Lets esbuild drop the unused parts of the tables in which the SDK describes every operation of a service: 95
 * kB of 120. The tables are plain values except for keys such as `[_h]`, where `_h` is a string constant of the
 * same file. esbuild cannot know that evaluating such a key has no side effect, so it keeps every table that
 * has one. This plugin replaces the names with their strings.
 */
export const foldSchemaKeys: Plugin = {
  name: "fold-schema-keys",
  setup({ onLoad }) {
    onLoad({ filter: SCHEMAS }, ({ path }) => ({
      contents: foldKeys(readFileSync(path, "utf8")),
      loader: "js",
    }));
  },
};

/** The same module, with `{ ["text"]: … }` where it had `{ [name]: … }` and `const name = "text";`. */
export function foldKeys(source: string): string {
  const texts = new Map(
    [...source.matchAll(/^const (\w+) = ("[^"\\]*");$/gm)].map(([, name = "", text = ""]) => [name, text]),
  );
  return source.replaceAll(/(?<=[{,]\s*)\[(\w+)\](?=:)/g, (_, name) => `[${texts.get(name) ?? name}]`);
}
