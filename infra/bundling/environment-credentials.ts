/**
 * Stands in for `@aws-sdk/credential-provider-node` in the bundle. Lambda gives a function its credentials in these
 * variables (Lambda developer guide, "Defined runtime environment variables"), and never by the profiles, processes,
 * single sign-on, metadata services and login pages that the SDK's chain would ask; those take 111 kB.
 */
export const defaultProvider = () => async () => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
  const { AWS_SESSION_TOKEN: sessionToken } = process.env;
  if (!accessKeyId || !secretAccessKey) {
    throw new MissingCredentialsError(
      "cannot sign a request: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are not set, and the bundle knows no other place",
    );
  }
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
};

/** Has the name of the SDK's own error, by which delivery knows that nothing was sent. */
class MissingCredentialsError extends Error {
  override readonly name = "CredentialsProviderError";
}
