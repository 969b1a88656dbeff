import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { precompileTemplates } from "../../templates/precompile.ts";
import { MAIL_NAMES, MAILS } from "./mails.ts";

/** Makes all emails for the checks under `out/mail/`, before any check starts; about 20 s. */
export async function setup(): Promise<void> {
  precompileTemplates();
  rmSync(MAILS, { recursive: true, force: true });
  const folder = mkdtempSync(join(tmpdir(), "late-edition-mail-"));
  try {
    const { allEditions, mailEdition } = await import("./mail-edition.ts");
    const editions = await allEditions(folder);
    for (const name of MAIL_NAMES) {
      await mailEdition(name, editions[name], folder);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
