/** The colours a reader's device asks for. */
export type Mode = "light" | "dark";

const QUERY = "(prefers-color-scheme: dark)";
const QUERIES = { dark: "(min-width: 0px)", light: "(max-width: 0px)" } as const satisfies Record<
  Mode,
  string
>;

/** The email as a device in that mode shows it, whatever the mode of the viewing device. */
export function inMode(html: string, mode: Mode): string {
  return html
    .replaceAll(QUERY, QUERIES[mode])
    .replaceAll('content="light dark"', `content="${mode}"`)
    .replaceAll("color-scheme: light dark", `color-scheme: ${mode}`);
}
