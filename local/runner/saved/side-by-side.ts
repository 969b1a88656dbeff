import { escapeHtml, page } from "../../inbox/pages.ts";
import type { SavedEmail } from "./saved-edition.ts";

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; padding: 1rem; font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.2rem; margin: 0 0 1rem 0; }
h2 { font-size: 1rem; margin: 0; }
p { margin: 0 0 0.5rem 0; overflow-wrap: anywhere; }
main { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1rem; }
section { min-width: 0; }
iframe { width: 100%; height: 85vh; border: 1px solid #8888; background: #fff; }
`;

/** A page that shows the emails of a slot beside each other; their files stand beside its own. */
export function sideBySide(slot: string, emails: readonly SavedEmail[]): string {
  const columns = emails.map(
    ({ subject, recipients, html }) => `<section>
<h2>${escapeHtml(subject)}</h2>
<p>${escapeHtml(`To ${toWords(recipients)}`)}</p>
<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="${html}" title="${escapeHtml(`The email to ${toWords(recipients)}`)}"></iframe>
</section>`,
  );
  const title = `The emails of ${slot}`;
  const body = `<h1>${escapeHtml(title)}</h1>\n<main>\n${columns.join("\n")}\n</main>`;
  return page(title, body, STYLE);
}

const MAX_NAMED = 5;

function toWords(recipients: readonly string[]): string {
  const more = recipients.length - MAX_NAMED;
  return [...recipients.slice(0, MAX_NAMED), ...(more > 0 ? [`${more} more`] : [])].join(", ");
}
