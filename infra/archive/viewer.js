/**
 * Runs at CloudFront's edge before each request to the archive, and decides who may read it. The stack puts it there with one of three words
 * for ACCESS; it is written for CloudFront's own JavaScript (CloudFront developer guide, "JavaScript runtime 2.0 features"), which knows
 * neither destructuring nor classes. `functions/digest/access/sign.ts` makes the keys.
 *
 * `link`: a key in the address, or in the cookie that an earlier one left. A page that is opened with a key moves to its address without
 * it, so that nobody passes it on with a copied address. Feeds and files are answered at once, because programs keep no cookies.
 */
import cf from "cloudfront";

const crypto = require("crypto");

const ACCESS = "ACCESS";
const COOKIE = "__Host-archive";
const KEY = /^(k[1-9]\d{0,8})\.([af])(\d{1,11})\.([\w-]{22})$/;
/** The archive has no other paths: none with an encoded letter, none with two slashes or two dots in a row. */
const PATH = /^\/(?:[\w-]+\/)*(?:[\w-]+(?:\.(?:atom|json))?)?$/;
const FEED = /\/feed\.(?:atom|json)$/;
const FILE = /\.(?:atom|json)$/;

async function handler(event) {
  const request = event.request;
  if (!PATH.test(request.uri)) {
    return refuse(404, "Not found", "The archive has no such page.");
  }
  request.headers["x-archive-host"] = { value: request.headers.host.value };
  if (ACCESS === "password") {
    return (await knowsPassword(request)) ? request : askForPassword();
  }
  return ACCESS === "link" ? await passWithKey(request) : request;
}

async function passWithKey(request) {
  const given = fieldOf(request.querystring, "key");
  const kept = fieldOf(request.cookies, COOKIE);
  const until = await endOf(given, request.uri);
  const keptUntil = await endOf(kept, request.uri);
  if (until === 0 && keptUntil === 0) {
    return given === "" && kept === ""
      ? refuse(403, "Private archive", "This archive is private. Open it with a link from its newest email.")
      : refuse(
          403,
          "Private archive",
          "This link has expired. Open the archive with one from its newest email.",
        );
  }
  delete request.querystring.key;
  if (given === "" || FILE.test(request.uri)) {
    return request;
  }
  return moveOn(request, until > keptUntil ? given : "", until);
}

/** When the key ends, in seconds since 1970; 0 if it does not open this path now. */
async function endOf(key, path) {
  const parts = KEY.exec(key);
  if (parts === null) {
    return 0;
  }
  const until = Number(parts[3]);
  if (until * 1000 <= Date.now() || (parts[2] === "f" && !FEED.test(path))) {
    return 0;
  }
  const secret = await stored(parts[1]);
  const claim = parts[2] + parts[3];
  const signature = crypto.createHmac("sha256", secret).update(claim).digest("base64url").slice(0, 22);
  return secret !== "" && isSame(signature, parts[4]) ? until : 0;
}

async function knowsPassword(request) {
  const given = /^Basic ([\w+/=]{1,400})$/.exec(fieldOf(request.headers, "authorization"));
  const expected = await stored("password");
  if (given === null || expected === "") {
    return false;
  }
  const words = Buffer.from(given[1], "base64").toString();
  const password = words.slice(words.indexOf(":") + 1);
  return isSame(crypto.createHash("sha256").update(password).digest("hex"), expected);
}

/** The value under a name in the store beside this function; empty if there is none, or the store does not answer. */
async function stored(name) {
  try {
    return await cf.kvs().get(name);
  } catch (_) {
    return "";
  }
}

/** Takes as long whichever letter differs. */
function isSame(a, b) {
  let difference = a.length ^ b.length;
  for (let at = 0; at < a.length; at += 1) {
    difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  }
  return difference === 0;
}

function fieldOf(fields, name) {
  return fields[name] === undefined ? "" : fields[name].value;
}

/** To the same page without the key; a key that opened it is kept in a cookie of this host until it ends. */
function moveOn(request, key, until) {
  const host = request.headers.host.value;
  const response = {
    statusCode: 302,
    statusDescription: "Found",
    headers: {
      location: { value: `https://${host}${request.uri}${queryOf(request.querystring)}` },
      "cache-control": { value: "no-store" },
      "referrer-policy": { value: "no-referrer" },
    },
  };
  if (key !== "") {
    const seconds = until - Math.floor(Date.now() / 1000);
    const attributes = `Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Lax`;
    response.cookies = {};
    response.cookies[COOKIE] = { value: key, attributes: attributes };
  }
  return response;
}

/** CloudFront hands names and values over as they were written, so they need no encoding. */
function queryOf(fields) {
  const pairs = [];
  for (const name in fields) {
    const values = fields[name].multiValue === undefined ? [fields[name]] : fields[name].multiValue;
    for (let at = 0; at < values.length; at += 1) {
      pairs.push(`${name}=${values[at].value}`);
    }
  }
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

function askForPassword() {
  const response = refuse(401, "Private archive", "This archive has a password.");
  response.headers["www-authenticate"] = { value: 'Basic realm="Archive", charset="UTF-8"' };
  return response;
}

function refuse(status, title, sentence) {
  return {
    statusCode: status,
    statusDescription: title,
    headers: {
      "content-type": { value: "text/html; charset=utf-8" },
      "cache-control": { value: "no-store" },
      "content-security-policy": {
        value: "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      },
      "referrer-policy": { value: "no-referrer" },
      "x-robots-tag": { value: "noindex" },
    },
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>body{font:1.1em/1.5 Georgia,serif;margin:15vh auto;max-width:34em;padding:0 1em;color-scheme:light dark}</style><h1>${title}</h1><p>${sentence}`,
  };
}
