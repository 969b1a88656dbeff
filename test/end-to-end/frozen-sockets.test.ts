import { expect, onTestFinished, test, vi } from "vitest";
import { startS3Server } from "../../local/s3/s3-server.ts";
import { mailIds } from "../../local/ses/mailbox.ts";
import { startSesServer } from "../../local/ses/ses-server.ts";
import { createMemoryStore } from "../../local/stores/memory-store.ts";
import { startFreezingProxy } from "../support/freezing-proxy.ts";
import { ENVIRONMENT, SLOTS } from "../support/rig.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** Loaded anew for each case, as it reads its settings and opens its sockets when it is loaded. */
const HANDLER = new URL("../../functions/digest/handler.ts", import.meta.url);

test.each(["resend", "skip"])(
  "an email is sent at once although all sockets died while the function was frozen, unknownDeliveries %s",
  async (unknownDeliveries) => {
    const corpus = createMemoryStore({ bucket: "corpus" });
    const inbox = temporaryFolder();
    const s3 = await startS3Server([corpus, createMemoryStore({ bucket: "state" })]);
    const ses = await startSesServer({ inbox });
    const [toS3, toSes] = [await startFreezingProxy(s3.url), await startFreezingProxy(ses.url)];
    onTestFinished(async () => {
      vi.unstubAllEnvs();
      await Promise.all([toS3.close(), toSes.close(), s3.close(), ses.close()]);
    });
    for (const [name, value] of Object.entries({
      ...ENVIRONMENT,
      UNKNOWN_DELIVERIES: unknownDeliveries,
      AWS_ENDPOINT_URL_S3: toS3.url,
      AWS_ENDPOINT_URL_SESV2: toSes.url,
    })) {
      vi.stubEnv(name, value);
    }
    vi.spyOn(process.stdout, "write").mockReturnValue(true);
    vi.spyOn(console, "info").mockReturnValue(undefined);
    vi.spyOn(console, "log").mockReturnValue(undefined);
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    const { handler } = await import(/* @vite-ignore */ `${HANDLER}?${unknownDeliveries}`);
    const context = {
      awsRequestId: "1",
      functionName: "digest",
      functionVersion: "$LATEST",
      memoryLimitInMB: "512",
      getRemainingTimeInMillis: () => 60_000,
    };
    for (const [day, slot] of SLOTS.entries()) {
      await corpus.write("ferry.txt", Buffer.from(`The Sorn ferry carried ${day + 4}2 people on Monday.\n`));
      toS3.freeze();
      toSes.freeze();
      const answer = await handler({ mode: "scheduled", slot }, context);
      expect(answer).toMatchObject({ outcome: "sent" });
      expect(mailIds(inbox)).toHaveLength(2 * (day + 1));
    }
  },
  60_000,
);
