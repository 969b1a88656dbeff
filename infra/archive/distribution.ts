import { Duration } from "aws-cdk-lib";
import type { ICertificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  type Function as EdgeFunction,
  FunctionEventType,
  FunctionUrlOriginAccessControl,
  HttpVersion,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { FunctionUrlOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { FunctionUrlAuthType, InvokeMode, type Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { HOST_HEADER, KEY_HEADER, QUERY_NAMES } from "../../functions/archive/headers.ts";
import { acknowledge } from "../acknowledge.ts";
import { globalName } from "./global-name.ts";
import { READING_TIMEOUT } from "./reading-function.ts";

/** A domain of one's own, and its certificate, which CloudFront takes from us-east-1 only. */
export interface ArchiveDomain {
  /** `news.example.org`; its DNS record is made by hand. */
  readonly name: string;
  readonly certificate: ICertificate;
}

export interface DistributionProps {
  readonly reading: LambdaFunction;
  readonly viewer: EdgeFunction;
  readonly domain: ArchiveDomain | undefined;
}

/** The origin says how long an answer lasts (`serve.ts`), at most this. */
const MAX_TTL = Duration.days(1);

/**
 * Serves the function over HTTPS. The function's URL takes no call but this distribution's, which signs them (origin access control). The
 * viewer function is asked first, also for what is in the cache.
 */
export function createDistribution(
  scope: Construct,
  { reading, viewer, domain }: DistributionProps,
): Distribution {
  const url = reading.addFunctionUrl({
    authType: FunctionUrlAuthType.AWS_IAM,
    invokeMode: InvokeMode.RESPONSE_STREAM,
  });
  const originAccessControl = new FunctionUrlOriginAccessControl(scope, "OriginAccess", {
    originAccessControlName: globalName(scope, "origin"),
  });
  const distribution = new Distribution(scope, "Distribution", {
    comment: "Archive of a news digest",
    httpVersion: HttpVersion.HTTP2_AND_3,
    ...(domain && {
      domainNames: [domain.name],
      certificate: domain.certificate,
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    }),
    defaultBehavior: {
      origin: FunctionUrlOrigin.withOriginAccessControl(url, {
        originAccessControl,
        readTimeout: READING_TIMEOUT.plus(Duration.seconds(5)),
        // A page that takes too long would be made three times, side by side.
        connectionAttempts: 1,
      }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      // The function packs its answers: CloudFront packs none that are streamed.
      compress: false,
      cachePolicy: new CachePolicy(scope, "Caching", {
        comment: "As long as the archive says",
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: MAX_TTL,
        queryStringBehavior: CacheQueryStringBehavior.allowList(...QUERY_NAMES),
        headerBehavior: CacheHeaderBehavior.allowList(HOST_HEADER, KEY_HEADER),
        cookieBehavior: CacheCookieBehavior.none(),
        enableAcceptEncodingGzip: true,
      }),
      responseHeadersPolicy: createHeaders(scope),
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: viewer }],
    },
  });
  acknowledge(
    distribution,
    { rule: "AwsSolutions-CFR1", reason: "readers may be in any country" },
    {
      rule: "AwsSolutions-CFR2",
      reason:
        "a few fixed paths, read only; a private archive asks for the key before its function. A firewall costs more than all the rest",
    },
    { rule: "AwsSolutions-CFR3", reason: "an access log would keep who read what, and keys in addresses" },
    ...(domain === undefined
      ? [
          {
            rule: "AwsSolutions-CFR4",
            reason:
              "CloudFront's own domain has CloudFront's own certificate, which comes with its protocols",
          },
        ]
      : []),
  );
  return distribution;
}

/** Browsers ask again each time, and no other cache keeps a page that needs a key. */
function createHeaders(scope: Construct): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, "Headers", {
    responseHeadersPolicyName: globalName(scope, "headers"),
    comment: "Nothing is kept outside CloudFront, nothing is asked for in the clear",
    securityHeadersBehavior: {
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: false,
        override: true,
      },
    },
    customHeadersBehavior: {
      customHeaders: [{ header: "Cache-Control", value: "private, no-cache", override: true }],
    },
  });
}

/** `https://d111111abcdef8.cloudfront.net`, or the domain of one's own. */
export function addressOf(
  { distributionDomainName }: Distribution,
  domain: ArchiveDomain | undefined,
): string {
  return `https://${domain?.name ?? distributionDomainName}`;
}
