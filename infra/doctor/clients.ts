import type { S3Client } from "@aws-sdk/client-s3";
import type { SESv2Client } from "@aws-sdk/client-sesv2";

/** The clients used to ask the account. */
export interface Clients {
  readonly s3: S3Client;
  readonly ses: SESv2Client;
}
