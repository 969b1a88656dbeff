import { steeredFigures, withNamedDirection, withoutDirection } from "../text/invisible.ts";
import type { FactChange } from "./types.ts";

/**
 * The figures that two sentences, equal but for direction controls, say in another direction: 21 within an override is
 * shown as 12. The controls are spelt out, as nobody sees them.
 */
export function directionChanges(before: string, after: string): readonly FactChange[] {
  const [a, b] = [steeredFigures(before), steeredFigures(after)];
  const places = [...new Set([...a.keys(), ...b.keys()])].toSorted((x, y) => x - y);
  return places.flatMap((place): FactChange[] => {
    const plain = withoutDirection(a.get(place) ?? b.get(place) ?? "");
    const [was, now] = [a, b].map((figures) => withNamedDirection(figures.get(place) ?? plain));
    return was === undefined || now === undefined || was === now
      ? []
      : [{ kind: "number", before: was, after: now }];
  });
}
