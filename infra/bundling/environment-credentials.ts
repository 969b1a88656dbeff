/**
 * Stands in for `@aws-sdk/credential-provider-node` in the bundle. Lambda passes credentials in these variables
 * (Lambda developer guide, "Defined runtime environment variables"), never through the profiles, processes,
 * single sign-on, metadata services or login pages in the SDK's chain, which take 111 kB.
 */
export const defaultProvider = () => async () => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
  const { AWS_SESSION_TOKEN: sessionToken } = process.env;
  if (!accessKeyId || !secretAccessKey) {
    throw new MissingCredentialsError(
      "cannot sign a request: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set, and the bundle looks nowhere else",
    );
  }
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
};

/** Named like the SDK's own error, from which delivery knows that nothing was sent. */
class MissingCredentialsError extends Error {
  override readonly name = "CredentialsProviderError";
}
