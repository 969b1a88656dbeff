/** Where CloudFront's function says which host the reader asked for: `host` is the function URL's own, as CloudFront signs for it. */
export const HOST_HEADER = "x-archive-host";
