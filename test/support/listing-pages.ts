import type { ListedObject, UnreadPage } from "../../functions/digest/ports.ts";
import { openUnreadPage } from "../../functions/digest/store/s3-unread-page.ts";

/** These objects in pages of this length; one empty page if there are none. */
export function inPages<T>(objects: readonly T[], length: number): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(objects.length / length));
  return Array.from({ length: count }, (_, i) => objects.slice(i * length, (i + 1) * length));
}

/** An answer of ListObjectsV2 with these objects, whose keys are url-encoded. */
export function answerOf(objects: readonly ListedObject[], modified = "2026-11-20T07:00:00.000Z"): Buffer {
  const rows = objects.map(
    ({ key, etag, size }) =>
      `<Contents><Key>${formEncode(key)}</Key><LastModified>${modified}</LastModified><ETag>&quot;${etag}&quot;</ETag><Size>${size}</Size></Contents>`,
  );
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult><Name>corpus</Name><KeyCount>${objects.length}</KeyCount><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>${rows.join("")}</ListBucketResult>`,
  );
}

/** As S3 encodes keys: like a web form, with slashes kept. */
function formEncode(key: string): string {
  return new URLSearchParams([["", key]]).toString().slice(1).replaceAll("%2F", "/");
}

/** An answer as it arrives, in chunks of this length. */
export function inChunks(answer: Buffer, length: number): readonly Buffer[] {
  return Array.from({ length: Math.ceil(answer.length / length) }, (_, i) =>
    answer.subarray(i * length, (i + 1) * length),
  );
}

/** The unread page of an answer that arrives in chunks of this length; throws if it must be read as a whole. */
export function unreadPageOf(answer: Buffer, chunk: number): UnreadPage {
  const opened = openUnreadPage(inChunks(answer, chunk));
  if (opened === undefined) {
    throw new Error("cannot leave this page unread");
  }
  return opened.unread;
}
