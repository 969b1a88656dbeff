import type { Plugin } from "esbuild";

/**
 * Leaves out of a bundle a module that it imports with `import()`, which is bundled by itself into a file beside it. esbuild's own
 * splitting would cut what both share into a third file, and the SDK's modules into three more, which every cold start would read;
 * here what both need is in both, and is only read again by a run that asks for the module (ADR 106). No class of the two
 * is the same, so neither asks `instanceof` of what it gets from the other.
 */
export function chunkOfItsOwn(module: RegExp, file: string): Plugin {
  return {
    name: `chunk-of-its-own: ${file}`,
    setup({ onResolve }) {
      onResolve({ filter: module }, ({ kind, path }) => {
        if (kind !== "dynamic-import") {
          return { errors: [{ text: `"${path}" goes into ${file}: load it with import()` }] };
        }
        return { path: `./${file}`, external: true };
      });
    },
  };
}
