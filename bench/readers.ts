/**
 * `npm run -s bench:readers -- [--contacts N] [--choices N,…]`: what a day of 300 changes takes where so many contacts (10,000) choose among 20 topics,
 * in so many different ways (300, of which at most 50 have an email of their own, and 6). One JSON line per figure, each scenario in its own process;
 * ends with 1 if a limit is missed. Emails go by the real SES client to a stand-in in a process of its own; S3 is in memory.
 */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs, promisify } from "node:util";
import * as v from "valibot";
import type { Measurement } from "./measures/figure.ts";

const run = promisify(execFile);
const MEGABYTE = 1024 * 1024;
const PAGE = 1_000;

const Measured = v.object({
  requests: v.record(v.string(), v.number()),
  roundTrips: v.number(),
  emails: v.number(),
  wallMs: v.number(),
  makingMs: v.number(),
  waitedMs: v.number(),
  cpuMicroseconds: v.number(),
  peakBytes: v.number(),
});
const Tally = v.object({ emails: v.number(), addresses: v.number(), bytes: v.number() });

type Measured = v.InferOutput<typeof Measured>;
type Tally = v.InferOutput<typeof Tally>;

const { values } = parseArgs({
  options: {
    contacts: { type: "string", default: "10000" },
    choices: { type: "string", default: "300,6" },
  },
});
const contacts = Number(values.contacts);

for (const choices of values.choices.split(",").map(Number)) {
  const [measured, tally] = await measure(choices);
  for (const { figure, value, limit } of figuresOf(measured, tally)) {
    report({ figure, value: round(value), contacts, choices, ...(limit !== undefined && { limit }) });
  }
}

async function measure(choices: number): Promise<readonly [Measured, Tally]> {
  const file = (name: string) => join(import.meta.dirname, "readers", name);
  const arguments_ = [file("ses-stand-in.ts"), String(contacts), String(choices)];
  const ses = spawn(process.execPath, arguments_, { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [endpoint] = await once(createInterface(ses.stdout), "line");
    const { stdout } = await run(process.execPath, [file("worker.ts"), String(endpoint)]);
    const tally = await fetch(`${endpoint}/tally`);
    return [v.parse(Measured, JSON.parse(stdout)), v.parse(Tally, await tally.json())];
  } finally {
    ses.kill();
  }
}

interface Figure {
  readonly figure: string;
  readonly value: number;
  /** The most that it may be. */
  readonly limit?: number;
}

/**
 * The limit of seconds is one of processor time: the run waits for nothing but the stand-in, which a wall clock would count, as it would whatever else this
 * machine does.
 */
function figuresOf(measured: Measured, { emails: sent, addresses, bytes }: Tally): readonly Figure[] {
  const { requests, roundTrips, emails, wallMs, makingMs, waitedMs, cpuMicroseconds, peakBytes } = measured;
  const requestsOf = (name: string): number => requests[name] ?? 0;
  const aReader = (count: number): number => count / sent;
  return [
    { figure: "ListContacts", value: requestsOf("ListContacts"), limit: Math.ceil(contacts / PAGE) + 2 },
    { figure: "GetAccount", value: requestsOf("GetAccount"), limit: 1 },
    { figure: "emails made, with that of the whole edition", value: emails, limit: 51 },
    { figure: "emails sent", value: sent },
    { figure: "emails sent beyond one a reader", value: sent - addresses, limit: 0 },
    { figure: "an email as it is sent, kB", value: aReader(bytes) / 1_000 },
    { figure: "making and storing the emails, and the commit, s", value: makingMs / 1_000 },
    { figure: "CPU of the whole run, s", value: cpuMicroseconds / 1_000_000, limit: 60 },
    { figure: "whole run without waiting for the pace, s", value: wallMs / 1_000 },
    { figure: "waiting for the account's pace, s", value: waitedMs / 1_000 },
    { figure: "CPU a reader, ms", value: aReader(cpuMicroseconds / 1_000) },
    { figure: "PUT a reader", value: aReader(requestsOf("PUT")), limit: 2.1 },
    { figure: "GET a reader", value: aReader(requestsOf("GET")), limit: 0.1 },
    { figure: "LIST", value: requestsOf("LIST") },
    { figure: "requests one after another, a reader", value: aReader(roundTrips) },
    { figure: "peak RSS, MB", value: peakBytes / MEGABYTE },
  ];
}

function report(measurement: Measurement & { readonly limit?: number }): void {
  console.log(JSON.stringify(measurement));
  if (measurement.limit !== undefined && measurement.value > measurement.limit) {
    process.exitCode = 1;
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
