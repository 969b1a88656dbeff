import { watch } from "node:fs";

/** Editors write a file in several steps; what happens within this time is one change. */
const SETTLED_MS = 80;

/** Made anew by every look, so it never is a change of its own. */
const MADE = /compiled-templates\.js|\.tmp$/;

/** Counts the changes of files. */
export interface Watcher {
  /** How many changes there were. */
  version(): number;
  /** Resolves as soon as the count is not `version`: at once, or with the next change. */
  changedSince(version: number): Promise<void>;
  close(): void;
}

/** Watches files, and folders with all that is in them; `onChange` hears of each change first. */
export function watchPaths(paths: readonly string[], onChange: () => void): Watcher {
  let version = 0;
  let next = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | undefined;
  const settle = () => {
    version += 1;
    onChange();
    next.resolve();
    next = Promise.withResolvers();
  };
  const watchers = paths.map((path) =>
    watch(path, { recursive: true }, (_, file) => {
      if (file === null || !MADE.test(file)) {
        clearTimeout(timer);
        timer = setTimeout(settle, SETTLED_MS);
      }
    }),
  );
  return {
    version: () => version,
    changedSince: (known) => (known === version ? next.promise : Promise.resolve()),
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) {
        watcher.close();
      }
    },
  };
}
