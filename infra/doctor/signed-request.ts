import type { SESv2Client } from "@aws-sdk/client-sesv2";

const PATIENCE_MS = 5_000;

/** A request to a service that the package has no client for. */
export interface ServiceRequest {
  /** Its name in addresses and signatures: `ssm`. */
  readonly service: "ssm" | "cloudformation";
  /** An address instead of that of the region, if there is one. */
  readonly endpoint: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Posts a request that is signed by the client of SES, and returns what the answer says, whatever its status. */
export async function postSigned(ses: SESv2Client, request: ServiceRequest): Promise<string> {
  const { service, endpoint, headers: own, body } = request;
  const region = await ses.config.region();
  const url = new URL(
    endpoint ?? process.env.AWS_ENDPOINT_URL ?? `https://${service}.${region}.amazonaws.com`,
  );
  const signer = await ses.config.signer({
    name: "sigv4",
    signingName: service,
    signingRegion: region,
    properties: {},
  });
  const { headers } = await signer.sign(
    {
      method: "POST",
      protocol: url.protocol,
      hostname: url.hostname,
      path: "/",
      query: {},
      headers: { host: url.host, ...own },
      body,
    },
    // The signer is kept by the client, with the service that it was first made for.
    { signingService: service, signingRegion: region },
  );
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return await (await fetch(url, { method: "POST", headers, body, signal })).text();
}
