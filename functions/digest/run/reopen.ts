import { MAX_REWRITES } from "../delivery/due.ts";
import { readReceipts, receiptKey, type StoredReceipt, writeReceipt } from "../delivery/receipt.ts";
import { type Due, type Head, readHead, withoutArtefacts, writeHead } from "../snapshot/head.ts";
import { duesFor } from "./audiences/dues.ts";
import { readersOf } from "./audiences/readers.ts";
import type { Job } from "./job.ts";

type ReopenJob = Pick<Job, "state" | "config" | "nonce" | "subscribers" | "log">;

/**
 * Makes the edition of a slot due again for those of today's recipients to whom its delivery was given up, and returns it,
 * once for each choice of topics; nothing if there are none. The receipts come first: a worker that dies in between leaves them open, and the same
 * event goes on from there. One LIST, a GET for each receipt, a PUT for each that is reopened, and one for the head.
 */
export async function reopenFailed(slot: string, job: ReopenJob): Promise<readonly Due[]> {
  const receipts = await readReceipts(job.state, slot);
  const reopened = new Set<string>();
  let edition: string | undefined;
  for (const { address } of await readersOf(job)) {
    const found = receipts.get(receiptKey(slot, address));
    if (found !== undefined && (await isOpen(receiptKey(slot, address), found, job))) {
      reopened.add(address);
      edition = found.receipt.edition;
    }
  }
  if (edition === undefined) {
    return [];
  }
  const due: Due[] = [];
  for (const each of await duesFor(withoutArtefacts({ slot, edition, recipients: [] }), job, reopened)) {
    due.push(await addDue(each, job));
  }
  return due;
}

/** Whether the receipt is open, after reopening one that was given up. */
async function isOpen(
  key: string,
  { receipt, condition }: StoredReceipt,
  { state, nonce }: ReopenJob,
): Promise<boolean> {
  if (receipt.state !== "failed") {
    return receipt.state === "open";
  }
  const { reason: _, refusedAt: __, ...kept } = receipt;
  const written = await writeReceipt(state, key, { ...kept, state: "open", nonce: nonce() }, condition);
  return written.outcome === "written";
}

/** Adds an edition to the head's list, oldest first, unless it is due already. */
async function addDue(due: Due, { state, nonce }: ReopenJob): Promise<Due> {
  for (let attempt = 1; attempt <= MAX_REWRITES; attempt++) {
    const found = await readHead(state);
    if (found.state !== "current") {
      break;
    }
    const listed = found.head.due.find(
      ({ slot, audience }) => slot === due.slot && audience === due.audience,
    );
    if (listed !== undefined) {
      return listed;
    }
    if (
      await writeHead(
        state,
        { ...found.head, nonce: nonce(), due: inOrder(found.head, due) },
        found.condition,
      )
    ) {
      return due;
    }
  }
  throw new Error(
    `cannot deliver slot ${due.slot} after all: other runs wrote the head first ${MAX_REWRITES} times; run it again`,
  );
}

function inOrder(head: Head, due: Due): Due[] {
  return [...head.due, due].toSorted((a, b) => (a.slot < b.slot ? -1 : 1));
}
