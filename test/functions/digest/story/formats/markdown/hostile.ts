/** Units that, repeated, are quadratic or too deep for one Markdown reader or another. */
const UNITS = [
  "[",
  "]",
  "*",
  "`",
  "<",
  ">",
  "|",
  "\\",
  "~a",
  "&",
  "&a;",
  "&amp;",
  "&amp;\n\n",
  "a",
  " ",
  "\t",
  "\n",
  "a\n\n\t\n",
  "*a ",
  "a* ",
  "*a_ ",
  "**a *b",
  "_a_ _",
  "***a***_b_ ",
  "**a** b ",
  "~~a ",
  "a]",
  "[^",
  "![",
  "[a](",
  "[a](<b",
  "![a](b) ",
  "word ",
  "word\n",
  "word\n\n",
  "> a\n",
  "- ",
  "- a\n",
  "- *a*\n",
  "- *a*\n\n",
  "1. a\n",
  "1) ",
  "> - ",
  "# a\n",
  "# a\n\n",
  "#",
  "a\n=\n\n",
  "a\n--\n",
  "=\n",
  "---\n",
  "+++\n",
  "```\na\n",
  "> ```a\nx\n",
  "- ```a\n",
  "  ```a\n",
  "~~~x\n",
  "    a\n\n",
  "[a]: b\n",
  "[a]: b\n\n",
  '[a]: b "',
  "[^1]: a\n",
  "[^1]: a\n\n",
  "http://a",
  "www.a ",
  "a@b",
  "<a ",
  "<!-- ",
  "<!---->",
  "<?",
  "<![CDATA[",
  '<a b="',
  "<b>",
  "<div>",
  "<div>\n",
  "<div>\n\n",
  "<p>a</p>\n",
  "<p>a</p>\n\n",
  "<pre>\n",
  "<pre>a</pre>\n",
  "<table>\n",
  "<table>a</table>\n",
  "<figure>",
  "<script ",
  "<script></script>",
  "a <b>c</b>\n\n",
  "{{",
  "{{}}",
  "{{ a }} b\n\n",
  "{% raw %}",
  "{% highlight a %}\nb\n{% endhighlight %}\n",
  "{:",
  "{.a",
  "{.a}",
  "import a\n",
  "中\n",
  "中文。\n\n",
  "İ<pre>a</PRE>\n",
  "|a|b|\n|-|-|\n",
  "**a** b [c](d) `e`\n\n",
  `${"[".repeat(100)}\n\n`,
  `${"_a_ _".repeat(100)}\n\n`,
  `${">".repeat(17)}a\n\n`,
  `${"> ".repeat(15)}a\n\n`,
  `a${" ".repeat(1000)}\n`,
  `${" ".repeat(1000)}\n`,
] as const;

function repeated(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length));
}

function counted(length: number, line: (index: number) => string): string {
  const lines: string[] = [];
  for (let total = 0; total < length; total += lines.at(-1)?.length ?? 1) {
    lines.push(line(lines.length));
  }
  return lines.join("");
}

/** Hostile Markdown of a length, by name. */
export function* hostileSources(length: number): Generator<readonly [name: string, source: string]> {
  for (const unit of UNITS) {
    yield [JSON.stringify(unit.slice(0, 20)), repeated(unit, length)];
  }
  const many = (unit: string) => repeated(unit, length);
  yield ["nested lists", counted(length, (index) => `${" ".repeat(2 * index)}- a\n`)];
  yield ["longer and longer back quotes", counted(length, (index) => `${"`".repeat(index + 1)} a `)];
  yield ["back quotes of all lengths", counted(length, (index) => `${"`".repeat((index % 60) + 1)}a`)];
  yield ["fences of all lengths", counted(length, (index) => `> ${"~".repeat((index % 900) + 3)}a\nx\n`)];
  yield ["numbered items", counted(length, (index) => `${index}. a\n`)];
  yield ["definitions", counted(length, (index) => `[${index}]: b\n\n`)];
  yield ["a wide table", `${many("|a")}|\n${many("|-")}|\n${many("|b")}|`];
  yield ["a wide row", `|a|b|\n|-|-|\n|${many("x|")}`];
  yield ["a long table", `|a|b|\n|-|-|\n${many("|*a*|_b_|\n")}`];
  yield ["cells without rows", `<table>${many("<tr><td>a")}</table>`];
  yield ["an email address", `${many("a.")}@`];
  yield ["a heading of number signs", `# ${many("#")} a`];
  yield ["deep elements", `${many("<div>")}a`];
  yield ["nested images", `${"![".repeat(300)}a${"](b)".repeat(300)}\n\n${many("![")}a${many("](b)")}`];
  yield ["spaces within a line", `x${many(" ")}a`];
  yield ["code with spaces", `\`\`\`\nx${many(" ")}a`];
  yield ["code with indentation", `\`\`\`\n${many(`${" ".repeat(500)}a\n`)}`];
  yield ["a front matter of blocks", `---\ntitle: |\n${many("  a\n")}---\nx`];
  yield ["a front matter of keys", `---\n${many("a: b\n")}---\nx`];
  yield ["a long title", `---\ntitle: "${many("a")}\n---\nx`];
  yield ["open quotes", `---\n${many('a: "\n')}---\nx`];
  yield ["open lists", `---\n${many("a: [\n b,\n")}---\nx`];
  yield ["lists of authors", `---\nauthors:\n${many("- a\n")}---\nx`];
  yield ["code for front matter", `---js\n${many("x()\n")}`];
  yield ["an import", `import ${many(" from ")}`];
}
