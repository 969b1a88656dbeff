import type { DigestConfig } from "./config.ts";
import type { MailSender, QuotaAnswer } from "./delivery/mail.ts";
import type { ScanLimits } from "./scan/scan.ts";
import type { ObjectStore } from "./store/store.ts";

/** One line a step: a name and figures; never a text of a story, never an address. */
export type Log = (step: string, figures: Readonly<Record<string, string | number | boolean | null>>) => void;

/** Everything that a run takes from outside: stores, mail service, clock, chance. */
export interface Deps {
  readonly config: DigestConfig;
  readonly corpus: ObjectStore;
  readonly state: ObjectStore;
  readonly sender: MailSender;
  readonly limits: ScanLimits;
  readonly log: Log;
  /** Who gets the topic of the contact list now; asked only where the configuration names a list. */
  subscribers(): Promise<readonly string[]>;
  /** What the mail service lets the account send now. Never throws. */
  quota(): Promise<QuotaAnswer>;
  /** A fresh random name, safe in a key. */
  nonce(): string;
  /** Milliseconds until the worker is stopped from outside. */
  remainingMs(): number;
  sleep(ms: number): Promise<void>;
}
