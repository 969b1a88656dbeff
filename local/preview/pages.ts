import { escapeHtml } from "../inbox/pages.ts";
import { EXAMPLES } from "./examples.ts";
import type { Preview } from "./preview-schema.ts";

/** Phones show about this many characters of a subject. */
const PHONE_SUBJECT = 40;

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 1rem; font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.2rem; margin: 0.5rem 0; }
h2 { font-size: 1rem; margin: 0 0 0.3rem 0; }
nav a { margin-right: 1rem; color: inherit; }
nav a[aria-current] { font-weight: 700; text-decoration: none; }
.mails { display: flex; gap: 1rem; overflow-x: auto; padding: 0.5rem 0; }
iframe { height: 80vh; border: 1px solid #8888; background: #fff; }
pre { overflow-x: auto; border: 1px solid #8888; padding: 0.6rem; max-width: 80ch; }
pre.headers { white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; }
th, td { text-align: left; padding: 0.1rem 1rem 0.1rem 0; font-weight: 400; }
.phone { border: 1px solid #8888; border-radius: 0.6rem; padding: 0.5rem 0.8rem; width: 20rem; }
.phone small { display: block; opacity: 0.75; }
`;

/** Reloads when a file has changed since the page was made, or the preview was restarted. */
export const SCRIPT = `const { version } = document.documentElement.dataset;
new EventSource("/changes?since=" + version).addEventListener("change", () => location.reload());
`;

const FRAMES = [
  [600, "light"],
  [320, "light"],
  [600, "dark"],
  [320, "dark"],
] as const;

/** Which edition a page shows, and how many file changes preceded it. */
export interface Shown {
  readonly edition: string;
  readonly version: number;
}

/** Everything about an edition's email on one page. */
export function previewPage(shown: Shown, preview: Preview): string {
  return page(
    shown,
    `${subjectPart(preview)}
<div class="mails">
${FRAMES.map(([width, mode]) => frame(shown.edition, width, mode)).join("\n")}
</div>
${sizesPart(preview)}
<h2>Text part</h2>
<pre>${escapeHtml(preview.text)}</pre>
<h2>Headers</h2>
<pre class="headers">${escapeHtml(preview.headers)}</pre>`,
  );
}

/** The page shown while a template or the code is broken; the next change reloads it. */
export function problemPage(shown: Shown, problem: string): string {
  return page(
    shown,
    `<h1>This edition cannot be rendered</h1>\n<pre class="headers">${escapeHtml(problem)}</pre>`,
  );
}

function page({ edition, version }: Shown, body: string): string {
  return `<!doctype html>
<html lang="en" data-version="${version}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(`Preview: ${edition}`)}</title>
<style>${STYLE}</style>
<script src="/reload.js"></script>
<body>
<nav>${links(edition)}</nav>
${body}
</body>
</html>
`;
}

function links(current: string): string {
  const names: readonly string[] = EXAMPLES;
  const all = names.includes(current) ? names : [...names, current];
  return all
    .map((name) => {
      const mark = name === current ? ' aria-current="page"' : "";
      return `<a href="/?edition=${encodeURIComponent(name)}"${mark}>${escapeHtml(name)}</a>`;
    })
    .join("\n");
}

function subjectPart({ subject, preheader }: Preview): string {
  const cut = subject.length > PHONE_SUBJECT ? `${subject.slice(0, PHONE_SUBJECT - 1)}…` : subject;
  return `<h1>${escapeHtml(subject)}</h1>
<div class="phone"><b>${escapeHtml(cut)}</b><small>${escapeHtml(preheader)}</small></div>`;
}

function frame(edition: string, width: number, mode: string): string {
  const address = `/html?edition=${encodeURIComponent(edition)}&amp;mode=${mode}`;
  return `<div><h2>${width} px, ${mode}</h2>
<iframe sandbox width="${width}" src="${address}" title="The email at ${width} pixels, ${mode}"></iframe></div>`;
}

function sizesPart({ subject, preheader, sizes }: Preview): string {
  const rows = [
    ["Subject", `${subject.length} characters of at most 60`],
    ["Preheader", `${preheader.length} characters of at most 100`],
    ["HTML", `${bytes(sizes.utf8)} of at most 90,000`],
    ["HTML as quoted-printable", `${bytes(sizes.quotedPrintable)} of at most 100,000`],
    ["Text", bytes(sizes.text)],
    ["Message", bytes(sizes.message)],
  ];
  return `<table>\n${rows.map(([name, size]) => `<tr><th scope="row">${name}</th><td>${size}</td></tr>`).join("\n")}\n</table>`;
}

function bytes(n: number): string {
  return `${n.toLocaleString("en-GB")} bytes`;
}
