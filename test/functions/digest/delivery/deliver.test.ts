import { describe, expect, it } from "vitest";
import {
  CLAIM_MARGIN_MS,
  type DeliveryContext,
  deliver,
} from "../../../../functions/digest/delivery/deliver.ts";
import {
  type Receipt,
  readReceipt,
  receiptKey,
  writeReceipt,
} from "../../../../functions/digest/delivery/receipt.ts";
import type { Mail, ObjectStore, SendOutcome } from "../../../../functions/digest/ports.ts";
import { createMemoryStore } from "../../../../local/stores/memory-store.ts";

const SLOT = "2026-11-20T07:00:00Z";
const MAIL: Mail = { to: "Ann@example.org", subject: "s", html: "h", text: "t", headers: [] };
const DELIVERY = { slot: SLOT, edition: "runs/1/edition.json", mail: MAIL };
const KEY = receiptKey(SLOT, MAIL.to);
const ACCEPTED: SendOutcome = { outcome: "accepted", messageId: "m1" };

interface Desk extends DeliveryContext {
  readonly sent: Mail[];
  readonly logged: string[];
  passSeconds(seconds: number): void;
  receipt(): Promise<Receipt | undefined>;
}

function desk(answers: readonly SendOutcome[] = [ACCEPTED], changes: Partial<DeliveryContext> = {}): Desk {
  let time = Date.parse(SLOT);
  let nonces = 0;
  const state = createMemoryStore({ now: () => new Date(time) });
  const sent: Mail[] = [];
  const queue = [...answers];
  const logged: string[] = [];
  const context: DeliveryContext = {
    state,
    log: (step: string) => logged.push(step),
    config: { unknownDeliveries: "resend" as const, retryDays: 3 },
    sender: {
      send: async (mail: Mail) => {
        sent.push(mail);
        return queue.shift() ?? ACCEPTED;
      },
    },
    nonce: () => {
      nonces += 1;
      return `n${nonces}`;
    },
    remainingMs: () => 30_000,
    sleep: async (ms: number) => {
      time += ms;
    },
    ...changes,
  };
  return {
    ...context,
    sent,
    logged,
    passSeconds: (seconds) => {
      time += seconds * 1_000;
    },
    receipt: async () => (await readReceipt(state, KEY))?.receipt,
  };
}

const claim = (changes: Partial<Receipt> = {}): Receipt => ({
  version: 1,
  state: "claimed",
  nonce: "theirs",
  edition: DELIVERY.edition,
  attempts: 1,
  deadline: "2026-11-20T07:00:35Z",
  ...changes,
});

describe("deliver", () => {
  it("claims, sends once, and leaves a receipt with the message id", async () => {
    const at = desk();
    expect(await deliver(DELIVERY, at)).toEqual({ outcome: "sent" });
    expect(at.sent).toEqual([MAIL]);
    expect(at.logged).toEqual([]);
    expect(await at.receipt()).toMatchObject({ state: "sent", messageId: "m1", attempts: 1 });
    expect(await deliver(DELIVERY, at)).toEqual({ outcome: "sent before" });
    expect(at.sent).toHaveLength(1);
  });

  it("keeps the address out of the key", () => {
    expect(KEY).toMatch(/^deliveries\/2026-11-20T07:00:00Z\/[0-9a-f]{32}\.json$/);
    expect(receiptKey(SLOT, " ann@EXAMPLE.org ")).toBe(KEY);
  });

  it("has claimed before the mail service sees the mail, until after this worker's end", async () => {
    let claimed: Receipt | undefined;
    const at: Desk = desk([], {
      sender: {
        send: async () => {
          claimed = await at.receipt();
          return ACCEPTED;
        },
      },
    });
    await deliver(DELIVERY, at);
    expect(claimed?.state).toBe("claimed");
    expect(Date.parse(claimed?.deadline ?? "")).toBe(Date.parse(SLOT) + 30_000 + CLAIM_MARGIN_MS);
  });

  it("waits for a claim that may still be alive", async () => {
    const at = desk();
    await writeReceipt(at.state, KEY, claim(), { absent: true });
    expect(await deliver(DELIVERY, at)).toEqual({ outcome: "waiting", deadline: "2026-11-20T07:00:35Z" });
    expect(at.sent).toEqual([]);
  });

  it("mails again after a dead worker's deadline when told to resend", async () => {
    const at = desk();
    await writeReceipt(at.state, KEY, claim(), { absent: true });
    at.passSeconds(36);
    expect(await deliver(DELIVERY, at)).toEqual({ outcome: "sent" });
    expect(await at.receipt()).toMatchObject({ state: "sent", attempts: 2 });
    expect(at.logged).toEqual(["resent after an unknown delivery"]);
  });

  it("notes the delivery as unknown after a dead worker's deadline when told to skip", async () => {
    const at = desk([], { config: { unknownDeliveries: "skip", retryDays: 3 } });
    await writeReceipt(at.state, KEY, claim(), { absent: true });
    at.passSeconds(36);
    expect(await deliver(DELIVERY, at)).toEqual({ outcome: "unknown" });
    expect(await deliver(DELIVERY, at)).toEqual({ outcome: "unknown" });
    expect(at.sent).toEqual([]);
  });

  it("leaves the claim when the mail service does not answer", async () => {
    const at = desk([{ outcome: "unknown", reason: "TimeoutError" }]);
    expect(await deliver(DELIVERY, at)).toEqual({
      outcome: "waiting",
      deadline: new Date(Date.parse(SLOT) + 30_000 + CLAIM_MARGIN_MS).toISOString(),
      isSilent: true,
    });
    expect(await at.receipt()).toMatchObject({ state: "claimed" });
  });

  it("opens the claim again after a definite no, and a later run sends", async () => {
    const at = desk([{ outcome: "refused", reason: "MessageRejected: not verified" }]);
    expect(await deliver(DELIVERY, at)).toEqual({ outcome: "open", reason: "MessageRejected: not verified" });
    expect(await at.receipt()).toMatchObject({ state: "open", attempts: 1 });
    expect(await deliver(DELIVERY, at)).toEqual({ outcome: "sent" });
  });

  it("loses no email in 6.5 hours of refusals, three to each of the hourly events, and gives up after three days", async () => {
    const refused: SendOutcome = { outcome: "refused", reason: "no" };
    const at = desk(Array.from({ length: 1_000 }, () => refused));
    for (let hour = 0; hour < 72; hour++) {
      for (let retry = 0; retry < 3; retry++) {
        expect(await deliver(DELIVERY, at), `hour ${hour}`).toEqual({ outcome: "open", reason: "no" });
      }
      at.passSeconds(3_600);
    }
    expect(await deliver(DELIVERY, at)).toEqual({ outcome: "failed", reason: "no" });
    expect(await deliver(DELIVERY, at)).toEqual({ outcome: "failed", reason: "no" });
    expect(at.sent).toHaveLength(217);
    expect(await at.receipt()).toMatchObject({ version: 2, refusedAt: "2026-11-20T07:00:00.000Z" });
  });

  it.each([
    [0, 1],
    [1, 25],
    [7, 169],
  ])("tries again for as many days as the setting says: %i", async (retryDays, attempts) => {
    const refused: SendOutcome = { outcome: "refused", reason: "no" };
    const config = { unknownDeliveries: "resend", retryDays } as const;
    const at = desk(
      Array.from({ length: 1_000 }, () => refused),
      { config },
    );
    while ((await deliver(DELIVERY, at)).outcome === "open") {
      at.passSeconds(3_600);
    }
    expect(at.sent).toHaveLength(attempts);
  });

  it("gives up no email because the whole account is refused, however long", async () => {
    const paused: SendOutcome = { outcome: "refused", reason: "SendingPausedException", retry: "account" };
    const at = desk([paused, paused]);
    expect(await deliver(DELIVERY, at)).toMatchObject({ outcome: "open", isAccount: true });
    at.passSeconds(30 * 86_400);
    expect(await deliver(DELIVERY, at)).toMatchObject({ outcome: "open", isAccount: true });
    expect(await deliver(DELIVERY, at)).toEqual({ outcome: "sent" });
  });

  it("counts the days of a receipt that older code left open from its next refusal", async () => {
    const at = desk([{ outcome: "refused", reason: "no" }]);
    await writeReceipt(at.state, KEY, claim({ state: "open", attempts: 23, reason: "no" }), { absent: true });
    at.passSeconds(10 * 86_400);
    expect(await deliver(DELIVERY, at)).toEqual({ outcome: "open", reason: "no" });
    expect(await at.receipt()).toMatchObject({ refusedAt: "2026-11-30T07:00:00.000Z", attempts: 24 });
  });

  it("slows down within the run when the mail service asks for it", async () => {
    const slower: SendOutcome = { outcome: "refused", reason: "TooManyRequestsException", retry: "soon" };
    const at = desk([slower, slower]);
    expect(await deliver(DELIVERY, at)).toEqual({ outcome: "sent" });
    expect(at.sent).toHaveLength(3);
    expect(await at.receipt()).toMatchObject({ state: "sent", attempts: 1 });
  });

  it("starts no mail when there is no time left to finish it", async () => {
    const at = desk([], { remainingMs: () => 500 });
    expect(await deliver(DELIVERY, at)).toMatchObject({ outcome: "waiting" });
    expect(at.sent).toEqual([]);
    expect(await at.receipt()).toBeUndefined();
  });

  it("lets exactly one of many workers send", async () => {
    const at = desk();
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => deliver(DELIVERY, at)));
    expect(at.sent).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === "sent")).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === "waiting")).toHaveLength(7);
  });

  it("knows its own claim when the answer to its write was lost and the retry was refused", async () => {
    const at = desk();
    expect(await deliver(DELIVERY, { ...at, state: losingFirstAnswer(at.state) })).toEqual({
      outcome: "sent",
    });
    expect(at.sent).toHaveLength(1);
    expect(await at.receipt()).toMatchObject({ state: "sent" });
  });

  it("does not take a damaged receipt for an invitation to send", async () => {
    const at = desk();
    await at.state.write(KEY, Buffer.from("{"));
    await expect(deliver(DELIVERY, at)).rejects.toThrow(/not a receipt of version 1 or 2.*restore/);
    expect(at.sent).toEqual([]);
  });
});

/** A store whose first write is done, but answered as a client hears it after its own retry. */
function losingFirstAnswer(store: ObjectStore): ObjectStore {
  let isFirst = true;
  return {
    ...store,
    async write(key, bytes, condition) {
      const result = await store.write(key, bytes, condition);
      if (isFirst) {
        isFirst = false;
        return { outcome: "refused" };
      }
      return result;
    },
  };
}
