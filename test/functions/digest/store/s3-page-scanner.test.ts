import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import { describe, expect, it } from "vitest";
import { scanPage } from "../../../../functions/digest/store/s3-page-scanner.ts";
import { BrokenListingError } from "../../../../functions/digest/store/xml-cursor.ts";
import { anyCharacter } from "../../../support/any-character.ts";
import { fc } from "../../../support/laws.ts";
import { scriptedS3 } from "../../../support/scripted-s3.ts";

/** What S3 means by `EncodingType=url`. */
function formEncode(text: string): string {
  return new URLSearchParams([["", text]]).toString().slice(1).replaceAll("%2F", "/");
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

function contents(key: string, etag = "9b2cf535f27731c974343645a3985328", size = 17): string {
  return `<Contents><Key>${key}</Key><LastModified>2026-11-19T05:01:12.000Z</LastModified><ETag>&quot;${etag}&quot;</ETag><ChecksumAlgorithm>CRC64NVME</ChecksumAlgorithm><Size>${size}</Size><Owner><ID>1</ID><DisplayName>desk</DisplayName></Owner><StorageClass>STANDARD</StorageClass></Contents>`;
}

function document(inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name><Prefix/>${inside}</ListBucketResult>`;
}

const ENCODED = "<EncodingType>url</EncodingType>";

const ODD_KEYS = [
  "plain.txt",
  "a b+c",
  "50%25",
  "a&b<c>\"d'",
  "&amp;amp;",
  "line\nbreak\ttab",
  "\u0001control",
  "../up//down/.",
  "é ü ß",
  "📰/𝒳.txt",
  "\ufffd\ue000\uffff",
  "</Key>",
  "<Contents>",
  " spaces around ",
  "]]>",
  "x".repeat(1024),
];

/** Keys, ETags and sizes as the SDK's own parser reads them, with our decoding of keys. */
async function readBySdk(xml: string): Promise<readonly unknown[]> {
  const client = await scriptedS3((_, response) => {
    response.writeHead(200, { "content-type": "application/xml" }).end(xml);
  });
  const answer = await client.send(new ListObjectsV2Command({ Bucket: "b" }));
  const decode = (key: string): string =>
    answer.EncodingType === "url" ? decodeURIComponent(key.replaceAll("+", "%20")) : key;
  return (answer.Contents ?? []).map(({ Key, ETag, Size }) => ({
    key: decode(Key ?? ""),
    etag: ETag?.replaceAll('"', ""),
    size: Size,
  }));
}

describe("scanPage", () => {
  it("reads url-encoded keys as the SDK's parser reads the same bytes", async () => {
    const xml = document(ENCODED + ODD_KEYS.map((key) => contents(formEncode(key))).join(""));
    const { objects } = scanPage(xml);
    expect(objects).toEqual(await readBySdk(xml));
    expect(objects.map(({ key }) => key)).toEqual(ODD_KEYS);
  });

  it("reads keys that are not encoded as the SDK's parser reads the same bytes", async () => {
    const keys = ODD_KEYS.filter((key) => !key.includes("\u0001") && !key.includes("\uffff"));
    const xml = document(keys.map((key) => contents(escapeXml(key))).join("\n  "));
    const { objects } = scanPage(xml);
    expect(objects).toEqual(await readBySdk(xml));
    expect(objects.map(({ key }) => key)).toEqual(keys);
  });

  it("reads any key back that is encoded as S3 encodes it", () => {
    const text = fc.string({ unit: anyCharacter, minLength: 1 }).filter((key) => key.isWellFormed());
    fc.assert(
      fc.property(fc.array(text), (keys) => {
        const { objects } = scanPage(
          document(ENCODED + keys.map((key) => contents(formEncode(key))).join("")),
        );
        expect(objects.map(({ key }) => key)).toEqual(keys);
      }),
      { seed: 1 },
    );
  });

  it.each([
    [
      "numeric entities",
      contents("&#x61;&#98;"),
      [{ key: "ab", etag: "9b2cf535f27731c974343645a3985328", size: 17 }],
    ],
    ["an ETag of parts", contents("a", "1-2"), [{ key: "a", etag: "1-2", size: 17 }]],
    [
      "another order of elements",
      '<Contents><Size>2</Size><ETag>"3"</ETag><Key>a</Key></Contents>',
      [{ key: "a", etag: "3", size: 2 }],
    ],
    ["no object", "", []],
    [
      "an empty element",
      "<Contents><Key>a</Key><Owner/><ETag>1</ETag><Size>0</Size></Contents>",
      [{ key: "a", etag: "1", size: 0 }],
    ],
  ])("reads %s", (_, inside, objects) => {
    expect(scanPage(document(inside)).objects).toEqual(objects);
  });

  it("says whether more follows, and from where", () => {
    const more = "<IsTruncated>true</IsTruncated><NextContinuationToken>a&amp;b</NextContinuationToken>";
    expect(scanPage(document(more))).toEqual({ objects: [], isTruncated: true, nextToken: "a&b" });
    expect(scanPage(document("<IsTruncated>false</IsTruncated>"))).toEqual({
      objects: [],
      isTruncated: false,
    });
  });

  it("refuses a page that breaks off, wherever it does", () => {
    const xml = document(
      `<KeyCount>3</KeyCount>${ENCODED}${["a", "b", "c"].map((key) => contents(key)).join("\n")}`,
    );
    expect(scanPage(xml).objects).toHaveLength(3);
    for (let end = 0; end < xml.length; end += 1) {
      expect(() => scanPage(xml.slice(0, end)), `cut at ${end}`).toThrow(BrokenListingError);
    }
  });

  it.each([
    ["another root", "<Error><Code>SlowDown</Code></Error>"],
    ["a root that is never closed", document(contents("a")).replace("</ListBucketResult>", "")],
    ["text behind the root", `${document(contents("a"))}<Contents>`],
    ["text between elements", document(`${contents("a")}lost`)],
    ["an object without a key", document(contents("a").replace("<Key>a</Key>", ""))],
    ["an object without an ETag", document(contents("a").replace(/<ETag>.*<\/ETag>/, ""))],
    ["an object without a size", document(contents("a").replace("<Size>17</Size>", ""))],
    ["a size that is no number", document(contents("a").replace("17", "1e3"))],
    ["an element in a key", document(contents("a<b>c</b>"))],
    ["an end tag of another name", document(contents("a").replace("</Key>", "</key>"))],
    ["an end tag that is missing", document(contents("a").replace("</Contents>", ""))],
    ["an entity that XML does not know", document(contents("a&nbsp;b"))],
    ["a loose ampersand", document(contents("a&b"))],
    ["a character section", document(contents("<![CDATA[a]]>"))],
    ["a comment", document(`<!-- ${contents("a")} -->`)],
    ["a key that is not url-encoded", document(ENCODED + contents("50%"))],
    ["fewer objects than it counts", document(`<KeyCount>2</KeyCount>${contents("a")}`)],
    ["nothing", ""],
  ])("refuses %s", (_, xml) => {
    expect(() => scanPage(xml)).toThrow(BrokenListingError);
  });

  it("says what it found, and where", () => {
    expect(() => scanPage("<Error><Code>SlowDown</Code></Error>")).toThrow(
      'the listing has "<Error><Code>SlowDown</Code></Error>" at character 0 of 36 instead of <ListBucketResult>',
    );
  });
});
