import { paragraph, docx as wordFile } from "./docx.ts";
import { writeText } from "./story-texts.ts";

/** What happens to a corpus before a run: stories that are written, `null` for those that go. */
export interface ArchiveDay {
  readonly slot: string;
  readonly stories: Readonly<Record<string, string | Uint8Array | null>>;
}

/** Changes of the day that fills more than one page. */
const BUSY_STORIES = 61;
const LONG_PARAGRAPHS = 420;
const MANY_FIGURES = 16;

/** The death toll is told three times: 12, 14, 19. */
function ferry(toll: string, day: string, more = ""): string {
  return `Ferry strikes breakwater off Vellmouth, ${toll} dead

At least ${toll} people died when the ferry Maren struck the breakwater of Vellmouth on ${day}. Rescuers searched the bay until dusk.

The ferry line is thirty years old. Its ships cross the bay eight times a day.${more} The mayor, Ines Dorn, spoke of a dark day.`;
}

const FERRY_WITNESS = `Passengers of the ferry Maren tell of fog off Vellmouth

The ferry Maren struck the breakwater of Vellmouth in thick fog, said passengers who reached the shore. Rescuers searched the bay with two boats.

“We heard the horn, then the breakwater was there,” said Otto Krahl, a teacher.`;

const FERRY_INQUIRY = `Inquiry into the ferry Maren opens in Vellmouth

An inquiry into how the ferry Maren struck the breakwater of Vellmouth opens on Friday. Rescuers and passengers will be heard first.

The mayor, Ines Dorn, promised that its report will be public.`;

function tram(cost: string, byline = ""): string {
  return `Orla council votes for the airport tram
${byline}
The council of Orla voted for a tram to the airport on Tuesday. The line will cost ${cost} million euros. Shopkeepers in Linden Street fear two years of building works.`;
}

const TRAM_SHOPS = `Linden Street shopkeepers sue over the airport tram

Shopkeepers in Linden Street sued the council of Orla over the tram to the airport. They expect two years of building works at their doors.`;

function bridge(cost: string, more = ""): string {
  return `افتتاح الجسر الجديد في المدينة

قال الوزير إن مشروع الجسر كلف ${cost} مليون دولار. وحضر الافتتاح مئات السكان.${more} وسيفتح الجسر أمام السيارات يوم الأحد.`;
}

function reservoir(share: string): string {
  return `水库水位继续下降

市水务局星期三表示，水库的蓄水量降至百分之${share}。居民被要求减少用水。下周预计仍无降雨。`;
}

function weir(season: string): string {
  return `Old weir on the Orla to be repaired in ${season}

The old weir on the river Orla will be repaired in ${season}. Engineers found four cracks in its northern wall. Anglers have to stay away from both banks.`;
}

function flash(percent: string): string {
  return `Shares of the ferry line fall

Shares of the Vellmouth ferry line fell ${percent} percent in early trading. Brokers sold through the morning. The exchange did not halt trading.`;
}

function museum(its: string): string {
  return `Clock museum shows its cellar

The clock museum of Kell opens its vaulted cellar to visitors this winter. Forty tower clocks stand there. Most of ${its} clocks still run.`;
}

function page(menu: string): string {
  return `<!DOCTYPE html><html lang="de"><head><title>Wasser wird knapp</title></head><body><nav><a href="/">${menu}</a></nav>
<article><h1>Wasser wird knapp</h1><p>Die Stadt Kell schränkt ab Montag das Bewässern der Gärten ein.</p>
<p>Der Pegel des Flusses liegt so niedrig wie seit neun Jahren nicht mehr.</p></article></body></html>`;
}

function post(shops: string): string {
  return `---\ntitle: Counting empty shops\n---\n\n# Counting empty shops\n\nWe walked every street of Orla on two mornings. **${shops} shops** stood empty, most of them near the station.\n\nThe city counts only those that it owns.\n`;
}

function vote(share: string): string {
  return JSON.stringify({
    headline: "Dock workers vote to strike",
    language: "en",
    body: [
      `Of the dock workers of Vellmouth, ${share} percent voted to strike on Thursday.`,
      "The port expects delays of two days.",
    ],
  });
}

function minutes(rows: number): Uint8Array {
  return wordFile(
    [
      "Minutes of the harbour board",
      `The harbour board rented out ${rows} berths for the winter. Three boats left the western pier.`,
      "The board meets again in March, when the dredging is over.",
    ]
      .map((text) => paragraph(text))
      .join(""),
  );
}

/** More figures, and more lines, than an event shows. */
function budget(more: number): string {
  const rows = Array.from(
    { length: MANY_FIGURES },
    (_, n) =>
      `- ${["Schools", "Roads", "Parks", "Libraries"][n % 4]} in ward ${String.fromCodePoint(65 + n)}: ${n * 3 + more} million`,
  );
  const notes = Array.from(
    { length: MANY_FIGURES },
    (_, n) =>
      `The ${writeText(`${n}.0`).slice(0, 8)} office keeps ${more > 20 ? "its new" : "all its old"} rooms.`,
  );
  return `Budget of Kell by ward\n\n${rows.join("\n\n")}\n\n${notes.join(" ")}`;
}

/** More paragraphs than a story's page shows. */
function townBook(): string {
  const entries = Array.from({ length: LONG_PARAGRAPHS }, (_, n) => `Entry ${n + 1} of the book.`);
  return `The town book of Kell\n\n${entries.join("\n\n")}`;
}

/** Each with a figure that becomes another, lest they be told as one. */
function busy(hasNewFigures: boolean): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: BUSY_STORIES }, (_, n) => [
      `busy/${n}.txt`,
      writeText(`${n + 100}.${hasNewFigures ? n + 1 : 0}`),
    ]),
  );
}

const WIRE = `Lighthouse of Corrant goes dark

The lighthouse of Corrant was switched off on Sunday after 140 years. Ships find their way by satellite now. Its keeper moves to Kell.`;

/** A life in which everything happens that pages of an archive tell; from November into December. */
export const ARCHIVE_DAYS: readonly ArchiveDay[] = [
  {
    slot: "2026-11-26T07:00:00Z",
    stories: {
      "ferry.txt": ferry("12", "Monday"),
      "bridge.txt": bridge("12"),
      "水库.txt": reservoir("34"),
      "weir.txt": weir("spring"),
      "flash.txt": flash("6.5"),
      "museum.txt": museum("the"),
      "water.html": page("Heute"),
      "shops.md": post("Forty"),
      "vote.json": vote("61"),
      "minutes.docx": minutes(80),
      "budget.txt": budget(10),
      ...busy(false),
    },
  },
  {
    slot: "2026-11-27T07:00:00Z",
    stories: {
      "ferry.txt": ferry("14", "Monday", " Three more are missing."),
      "ferry-witness.txt": FERRY_WITNESS,
      "tram.txt": tram("210"),
      "tram-shops.txt": TRAM_SHOPS,
      "flash.txt": flash("65"),
      "water.html": page("Morgen"),
      "bridge.txt": bridge("19", " وألقى رئيس البلدية كلمة."),
      "weir.txt": null,
    },
  },
  {
    slot: "2026-11-28T07:00:00Z",
    stories: {
      "ferry.txt": ferry("19", "Monday", " Three more are missing."),
      "flash.txt": flash("6.5"),
      "water.html": page("Übermorgen").replaceAll("<p>", '<p class="lead">'),
      "shops.md": post("Forty").replace("**Forty shops**", "Forty shops"),
      "水库.txt": reservoir("31"),
      "minutes.docx": minutes(85),
      "vote.json": '{"headline": "Dock',
      "museum.txt": museum("those"),
      "tram.txt": tram("210", "By Otto Krahl\n"),
    },
  },
  {
    slot: "2026-11-29T07:00:00Z",
    stories: {
      "ferry.txt": null,
      "harbour/ferry.txt": ferry("19", "Monday", " Three more are missing."),
      "ferry-inquiry.txt": FERRY_INQUIRY,
      "flash.txt": flash("65"),
      "weir.txt": weir("summer"),
      "wire/corrant.txt": WIRE,
      "agency/corrant.txt": WIRE,
      "shops.md": post("Forty").replace("**Forty shops**", "*Forty shops*"),
    },
  },
  {
    slot: "2026-11-30T07:00:00Z",
    stories: {
      "flash.txt": flash("6.5"),
      "shops.md": post("Forty").replace("**Forty shops**", "Forty  shops"),
    },
  },
  {
    slot: "2026-12-01T07:00:00Z",
    stories: {
      "flash.txt": flash("65"),
      "tram.txt": tram("240", "By Ines Krahl\n"),
      "budget.txt": budget(30),
      ...busy(true),
    },
  },
  {
    slot: "2026-12-02T07:00:00Z",
    stories: {
      "flash.txt": flash("6.5"),
      "wire/corrant.txt": null,
      "town-book.txt": townBook(),
      "tram.txt": tram("240"),
    },
  },
];
