import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The file in a state folder that names the corpus folder of its runs. */
function fileIn(state: string): string {
  return join(state, "corpus-folder.txt");
}

/** The corpus folder of a state folder's runs; `undefined` before the first, or if that died while it wrote the file. */
export function boundCorpus(state: string): string | undefined {
  const file = fileIn(state);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return text.endsWith("\n") ? text.slice(0, -1) : undefined;
}

/**
 * Binds a state folder to the corpus folder of its first run. Throws if it is bound to another: the stories of one would be
 * told as removed, and those of the other as new.
 */
export function bindCorpus(state: string, corpus: string): void {
  if (!existsSync(corpus)) {
    return;
  }
  const folder = realpathSync(corpus);
  const bound = boundCorpus(state);
  if (bound === undefined) {
    writeFileSync(fileIn(state), `${folder}\n`);
  } else if (bound !== folder) {
    throw new Error(
      `the state folder ${state} is that of the stories in ${bound}, not in ${folder}: name another with --state, or, if the stories have moved there, delete ${fileIn(state)}`,
    );
  }
}
