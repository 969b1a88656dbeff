import { GetAccountCommand, type GetAccountCommandOutput, type SESv2Client } from "@aws-sdk/client-sesv2";
import type { QuotaAnswer } from "../ports.ts";
import { errorName } from "./ses.ts";

/** An SES that has not answered by then may still take mail. */
const PATIENCE_MS = 5_000;

/**
 * Asks SES for the account's quota (GetAccount). Never throws: a right that is missing, or an SES that does not
 * answer this question within {@link PATIENCE_MS}, must not keep a mail back that SES would take. One request.
 */
export async function askQuota(client: SESv2Client): Promise<QuotaAnswer> {
  try {
    return quotaOf(
      await client.send(new GetAccountCommand({}), { abortSignal: AbortSignal.timeout(PATIENCE_MS) }),
    );
  } catch (error) {
    return { unknown: errorName(error) };
  }
}

/** SES says -1 for a day without limit; a paused account has nothing left. */
function quotaOf({ SendQuota = {}, SendingEnabled = true }: GetAccountCommandOutput): QuotaAnswer {
  const { Max24HourSend = -1, MaxSendRate = 0, SentLast24Hours = 0 } = SendQuota;
  const left = Max24HourSend < 0 ? Number.POSITIVE_INFINITY : Math.max(0, Max24HourSend - SentLast24Hours);
  return {
    perSecond: MaxSendRate > 0 ? MaxSendRate : Number.POSITIVE_INFINITY,
    left: SendingEnabled ? Math.floor(left) : 0,
    isPaused: !SendingEnabled,
  };
}
