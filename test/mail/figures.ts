import type { Reporter, TestModule } from "vitest/node";

declare module "vitest" {
  interface TaskMeta {
    /** What a check measured, by the name of the figure; the worst of all checks is printed. */
    figures?: Readonly<Record<string, number>>;
  }
}

/** Figures of which the smallest is the worst; of all others the largest is. */
const WORST_IS_SMALL = /^contrast/;

interface Measured {
  readonly value: number;
  readonly of: string;
}

/**
 * Prints the worst of each figure at the end, one JSON line a figure, with the mail that it was measured on; and why
 * checks were skipped, where some were.
 */
export class FigureReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const [figure, { value, of }] of worstOf(modules.flatMap(measurements))) {
      console.log(JSON.stringify({ figure, value, of }));
    }
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
