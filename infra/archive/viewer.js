/**
 * Runs at CloudFront's edge before each request to the archive, and decides who may read it. The stack puts it there with one of three words
 * for ACCESS; it is written for CloudFront's own JavaScript (CloudFront developer guide, "JavaScript runtime 2.0 features"), which knows
 * neither destructuring nor classes. `functions/digest/access/sign.ts` makes the keys.
 *
 * `link`: a key in the address, or in the cookie that an earlier one left. A page that is opened with a key moves to its address without
 * it, so that nobody passes it on with a copied address. Feeds and files are answered at once, because programs keep no cookies. The archive
 * is told which key opened it: the addresses of its feeds have the same, so that nothing opens longer than what led to it.
 */
import cf from "cloudfront";

const crypto = require("crypto");

const ACCESS = "ACCESS";
const COOKIE = "__Host-archive";
const HSTS = "max-age=31536000";
/** Here `$` would stand before a last line break too. */
const KEY = /^(k[1-9]\d{0,8})\.([\w-]{22})\.(\d{1,11})(?![\s\S])/;
/** The archive has no other paths: none with an encoded letter, none with two slashes or two dots in a row. */
const PATH = /^\/(?:[\w-]+\/)*(?:[\w-]+(?:\.(?:atom|json))?)?(?![\s\S])/;
const FILE = /\.(?:atom|json)$/;

async function handler(event) {
  const request = event.request;
  if (!PATH.test(request.uri)) {
    return refuse(404, "Not found", "The archive has no such page.");
  }
  tell(request, "x-archive-host", request.headers.host.value);
  delete request.headers["x-archive-key"];
  if (ACCESS === "password") {
    return (await knowsPassword(request)) ? passed(request) : askForPassword();
  }
  return ACCESS === "link" ? await passWithKey(request) : passed(request);
}

async function passWithKey(request) {
  const given = fieldOf(request.querystring, "key");
  const kept = fieldOf(request.cookies, COOKIE);
  const until = await endOf(given);
  const keptUntil = await endOf(kept);
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
    tell(request, "x-archive-key", until > keptUntil ? given : kept);
    return passed(request);
  }
  return moveOn(request, until > keptUntil ? given : "", until);
}

/** When the key ends, in seconds since 1970; 0 if it opens nothing now. */
async function endOf(key) {
  const parts = KEY.exec(key);
  if (parts === null) {
    return 0;
  }
  const until = Number(parts[3]);
  if (until * 1000 <= Date.now()) {
    return 0;
  }
  const secret = await stored(parts[1]);
  const signature = crypto.createHmac("sha256", secret).update(parts[3]).digest("base64url").slice(0, 22);
  return secret !== "" && isSame(signature, parts[2]) ? until : 0;
}

/** Says something to the archive; whatever the reader said under this name is gone. */
function tell(request, name, value) {
  request.headers[name] = { value: value, multiValue: [{ value: value }] };
}

/** A blank is written as the signature of the request has it: in one way. */
function passed(request) {
  for (const name in request.querystring) {
    const field = request.querystring[name];
    const values = field.multiValue === undefined ? [field] : [field].concat(field.multiValue);
    for (let at = 0; at < values.length; at += 1) {
      values[at].value = values[at].value.split("+").join("%20");
    }
  }
  return request;
}

async function knowsPassword(request) {
  const given = /^Basic ([\w+/=]{1,400})(?![\s\S])/i.exec(fieldOf(request.headers, "authorization"));
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
      "strict-transport-security": { value: HSTS },
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
      "strict-transport-security": { value: HSTS },
      "x-robots-tag": { value: "noindex" },
    },
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>body{font:1.1em/1.5 Georgia,serif;margin:15vh auto;max-width:34em;padding:0 1em;color-scheme:light dark}</style><h1>${title}</h1><p>${sentence}`,
  };
}
