import { stemsOf } from "../summary/stems.ts";
import { cosine, countTerms, documentFrequencies, type Vector, vectorOf } from "../summary/vectors.ts";
export const tuneT: Record<string, number> = { T: 0.2, N0: 0, B: 0.5, TF: 1, MAXT: 2000, LEAD: 0, P: 1, IDFP: 1, CAP: 0};
export function groupThreads(stories: readonly { key: string; text: string }[]): string[][] {
  const t = tuneT;
  const counts = stories.map((s) => countTerms(stemsOf(s.text)));
  const capital = new Set<string>();
  if (t.CAP) for (const s of stories) for (const w of s.text.match(/(?<=[a-z,] )\p{Lu}\p{L}+/gu) ?? []) for (const q of stemsOf(w)) capital.add(q);
  const df = documentFrequencies(counts);
  const n = stories.length;
  const vs = counts.map((c) => vectorOf(c, (term, k) => (t.TF === 1 ? 1 + Math.log(k) : t.TF === 2 ? Math.sqrt(k) : t.TF===3? k: 1) * (capital.has(term)?1+t.CAP!:1) * Math.log((t.N0! + n + 1) / ((df.get(term) ?? 0) + t.B!)) ** t.IDFP! * (t.K ? 1 - (df.get(term) ?? 0) / (n + t.K) : 1)));
  const groups = stories.map((_, i) => [i]);
  const sim = vs.map((a) => Float64Array.from(vs.map((b) => cosine(a, b))));
  const alive = new Set(groups.keys());
  const nn = new Map<number, [number, number]>();
  const find = (i: number) => { let b = -1, s = -1; for (const j of alive) if (j !== i && sim[i]![j]! > s) { s = sim[i]![j]!; b = j; } nn.set(i, [b, s]); };
  for (const i of alive) find(i);
  for (;;) {
    let bi = -1, bs = -1;
    for (const i of alive) if (nn.get(i)![1] > bs) { bs = nn.get(i)![1]; bi = i; }
    if (bs < t.T! || bi < 0) break;
    const bj = nn.get(bi)![0];
    const [x, y] = [groups[bi]!.length, groups[bj]!.length];
    alive.delete(bj);
    for (const k of alive) if (k !== bi) { sim[bi]![k] = sim[k]![bi] = (x * sim[bi]![k]! + y * sim[bj]![k]!) / (x + y); }
    groups[bi]!.push(...groups[bj]!);
    find(bi);
    for (const k of alive) if (k !== bi) { const [m] = nn.get(k)!; if (m === bi || m === bj) find(k); else if (sim[k]![bi]! > nn.get(k)![1]) nn.set(k, [bi, sim[k]![bi]!]); }
  }
  return [...alive].map((i) => groups[i]!.map((k) => stories[k]!.key));
}
