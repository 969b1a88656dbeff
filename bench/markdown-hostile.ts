/** CPU time and memory that hostile Markdown takes to read: `node --expose-gc bench/markdown-hostile.ts [CHARACTERS]`, 5 million if not said. */
import { readMarkdown } from "../functions/digest/story/formats/markdown/read-markdown.ts";
import { hostileSources } from "../test/functions/digest/story/formats/markdown/hostile.ts";

const length = Number(process.argv[2] ?? "5000000");
for (const [name, source] of hostileSources(length)) {
  // Writes the source out flat, which a reader should not be charged for.
  const text = Buffer.from(source.slice(0, length), "utf8").toString("utf8");
  globalThis.gc?.();
  const memory = process.memoryUsage().rss;
  const start = process.cpuUsage();
  const { blocks } = readMarkdown(text);
  const { user, system } = process.cpuUsage(start);
  const grown = (process.memoryUsage().rss - memory) / 1e6;
  console.log(
    `${((user + system) / 1000).toFixed(0).padStart(5)} ms ${grown.toFixed(0).padStart(5)} MB ${blocks.length} blocks of ${name}`,
  );
}
