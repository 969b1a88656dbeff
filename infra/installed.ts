/** Whether this is the installed package, compiled, and not a checkout, whose TypeScript Node runs as it is. */
export const IS_INSTALLED = import.meta.url.endsWith(".js");

/** Where a module is that is named relative to another: the sources are `.ts`, what is compiled from them is `.js`. */
export function moduleAt(path: string, importer: string): URL {
  return new URL(IS_INSTALLED ? path.replace(/\.ts$/, ".js") : path, importer);
}

/** A command as the user would type it: `npm run inbox -- --port 0`, or of the package `npx late-edition inbox --port 0`. */
export function commandLine(name: string, ...args: readonly string[]): string {
  if (!IS_INSTALLED) {
    return ["npm run", name, ...(args.length > 0 ? ["--", ...args] : [])].join(" ");
  }
  // npm sets it to `exec` for npx.
  const program = process.env.npm_command === "exec" ? "npx late-edition" : "late-edition";
  return [program, name, ...args].join(" ");
}
