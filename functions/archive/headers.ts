/** Where CloudFront's function says which host the reader asked for: `host` is the function URL's own, as CloudFront signs for it. */
export const HOST_HEADER = "x-archive-host";

/** Where it says which key opened a private archive. */
export const KEY_HEADER = "x-archive-key";

/** The words of a query that the archive reads; CloudFront passes on no other. */
export const QUERY_NAMES = ["q", "page", "story", "a", "b"] as const;
