import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";

const SCHEMAS = /[\\/]@aws-sdk[\\/]client-[a-z0-9]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/;

/**
 * Lets esbuild drop what no command of ours uses from the tables in which the SDK describes every operation of a
 * service: 95 kB of 120. The tables are plain values, but for keys such as `[_h]` in them, where `_h` is a constant text of
 * the same file; esbuild cannot know that such a key does nothing, so it keeps every table that has one. Here the
 * text stands in the place of its name.
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
