/** The folder or file names by which keys of stories with equal headlines differ, one for each; empty where none is needed. */
export function toldApart(
  stories: readonly { readonly headline: string; readonly key: string }[],
): readonly string[] {
  const equal = Map.groupBy(stories, ({ headline }) => headline);
  return stories.map(({ headline, key }) => {
    const keys = (equal.get(headline) ?? []).map((story) => story.key.split("/"));
    const common = new Set(keys.reduce((names, other) => names.filter((name) => other.includes(name))));
    return keys.length < 2
      ? ""
      : key
          .split("/")
          .filter((name) => !common.has(name))
          .join("/");
  });
}
