import type { SESv2Client } from "@aws-sdk/client-sesv2";
import { type Finding, notChecked, notOk, ok, reasonOf } from "./finding.ts";
import { postSigned } from "./signed-request.ts";

/** CDK's own qualifier, unless the app sets another. */
const QUALIFIER = "hnb659fds";
/** The version that a deployment with assets asks for (CDK guide, "Bootstrap template contract versions"). */
const OLDEST = 6;

const SUBJECT = "CDK bootstrap";

/**
 * Whether CDK can deploy to this account and region: it asks for the same parameter before each deployment. One request
 * to Systems Manager, signed by the client of SES, as the package has none for it.
 */
export async function checkBootstrap(ses: SESv2Client, qualifier = QUALIFIER): Promise<Finding> {
  const name = `/cdk-bootstrap/${qualifier}/version`;
  const region = await ses.config.region();
  const command = `npx cdk bootstrap, once for this account and ${region}`;
  try {
    return describeVersion(await getParameter(name, ses), name, command);
  } catch (error) {
    return notChecked(SUBJECT, `${reasonOf(error)}; if a deployment asks for it, ${command}`);
  }
}

function describeVersion(
  { Parameter, __type = "" }: ParameterAnswer,
  name: string,
  command: string,
): Finding {
  if (Parameter === undefined) {
    return __type.includes("ParameterNotFound")
      ? notOk(SUBJECT, `missing: ${command}`)
      : notChecked(SUBJECT, `${__type}; you need permission for ssm:GetParameter on ${name}`);
  }
  return Number(Parameter.Value) >= OLDEST
    ? ok(SUBJECT, `version ${Parameter.Value}`)
    : notOk(SUBJECT, `version ${Parameter.Value}, at least ${OLDEST} is needed: ${command}`);
}

interface ParameterAnswer {
  readonly Parameter?: { readonly Value?: string };
  /** The name of an error. */
  readonly __type?: string;
}

async function getParameter(name: string, ses: SESv2Client): Promise<ParameterAnswer> {
  const answer = await postSigned(ses, {
    service: "ssm",
    endpoint: process.env.AWS_ENDPOINT_URL_SSM,
    headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": "AmazonSSM.GetParameter" },
    body: JSON.stringify({ Name: name }),
  });
  return Object(JSON.parse(answer));
}
