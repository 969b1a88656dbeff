import { GetAccountCommand, type GetAccountCommandOutput, type SESv2Client } from "@aws-sdk/client-sesv2";
import type { QuotaAnswer } from "../ports.ts";
import { errorName } from "./ses.ts";

/** SES may still accept email if it has not answered by then. */
const PATIENCE_MS = 5_000;

/**
 * Asks SES for the account's quota (GetAccount). Never throws: a missing permission, or no answer within
 * {@link PATIENCE_MS}, must not hold back email that SES would accept. One request.
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

/** SES reports -1 for no daily limit; a paused account has nothing left. */
function quotaOf({ SendQuota = {}, SendingEnabled = true }: GetAccountCommandOutput): QuotaAnswer {
  const { Max24HourSend = -1, MaxSendRate = 0, SentLast24Hours = 0 } = SendQuota;
  const left = Max24HourSend < 0 ? Number.POSITIVE_INFINITY : Math.max(0, Max24HourSend - SentLast24Hours);
  return {
    perSecond: MaxSendRate > 0 ? MaxSendRate : Number.POSITIVE_INFINITY,
    left: SendingEnabled ? Math.floor(left) : 0,
    isPaused: !SendingEnabled,
  };
}
