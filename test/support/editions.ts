// biome-ignore-all lint/performance/noBarrelFile: spares the tests the longer way
/** Made-up editions and changes; the preview shows some of them, so they live there. */
export {
  makeChange,
  makeEdition,
  makeQuietEdition,
  makeRevised,
  makeRevision,
  makeRichEdition,
} from "../../local/preview/sample-editions.ts";
