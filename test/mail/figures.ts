import type { Reporter, TestModule } from "vitest/node";

declare module "vitest" {
  interface TaskMeta {
    /** What a check measured, by figure; the worst of all checks is printed. */
    figures?: Readonly<Record<string, number>>;
  }
}

/** Figures whose smallest value is the worst; for all others it is the largest. */
const WORST_IS_SMALL = /^contrast/;

interface Measured {
  readonly value: number;
  readonly of: string;
}

/**
 * Prints one table at the end, the worst value of each figure with its email; and why checks were skipped, if
 * any were.
 */
export class FigureReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const worst = [...worstOf(modules.flatMap(measurements))].toSorted(([a], [b]) => (a < b ? -1 : 1));
    console.log(table([["worst of all emails", "", "in"], ...worst.map(rowOf)]));
    for (const reason of new Set(modules.flatMap(skipReasons))) {
      console.log(`skipped: ${reason}`);
    }
  }
}

type Measurement = readonly [figure: string, measured: Measured];

function measurements(module: TestModule): readonly Measurement[] {
  return [...module.children.allTests()].flatMap((test) =>
    Object.entries(test.meta().figures ?? {}).map(
      ([figure, value]): Measurement => [figure, { value, of: test.name }],
    ),
  );
}

function rowOf([figure, { value, of }]: Measurement): readonly string[] {
  return [figure, value.toLocaleString("en-GB"), of];
}

/** Columns as wide as needed; the second, with numbers, right-aligned. */
function table(rows: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const line = ([name = "", value = "", of = ""]: readonly string[]) =>
    `${name.padEnd(width(0))}  ${value.padStart(width(1))}  ${of}`;
  return rows.map(line).join("\n");
}

function skipReasons(module: TestModule): readonly string[] {
  return [...module.children.allTests()]
    .map((test) => test.result())
    .flatMap((result) => (result.state === "skipped" && result.note !== undefined ? [result.note] : []));
}

function worstOf(all: readonly Measurement[]): ReadonlyMap<string, Measured> {
  const worst = new Map<string, Measured>();
  for (const [figure, measured] of all) {
    const known = worst.get(figure);
    if (known === undefined || isWorse(figure, measured.value, known.value)) {
      worst.set(figure, measured);
    }
  }
  return worst;
}

function isWorse(figure: string, value: number, than: number): boolean {
  return WORST_IS_SMALL.test(figure) ? value < than : value > than;
}
