import Handlebars from "handlebars";

/** What a view is made of, learned from examples: a printed value, a list, or an object. */
export type Shape =
  | { readonly shape: "value" }
  | { readonly shape: "list"; readonly of: Shape | undefined }
  | { readonly shape: "object"; readonly fields: ReadonlyMap<string, Shape> };

/** The shape that all these examples have in common; lists that are always empty have no shape inside. */
export function shapeOf(examples: readonly unknown[]): Shape {
  const [first] = examples;
  if (Array.isArray(first)) {
    const inside = examples.flatMap((example) => (Array.isArray(example) ? example : []));
    return { shape: "list", of: inside.length === 0 ? undefined : shapeOf(inside) };
  }
  if (typeof first !== "object" || first === null) {
    return { shape: "value" };
  }
  const objects = examples.flatMap((example) => (isRecord(example) ? [example] : []));
  const names = new Set(objects.flatMap((object) => Object.keys(object)));
  const fields = [...names].map((name) => [name, shapeOf(objects.map((object) => object[name]))] as const);
  return { shape: "object", fields: new Map(fields) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const BLOCKS = ["each", "if", "unless"];
const LOOP_VARIABLES = ["last", "first", "index"];

/** A walk along templates: their sources, what breaks the contract, and the shapes that were printed or asked for. */
export interface Walk {
  readonly sources: ReadonlyMap<string, string>;
  readonly findings: string[];
  readonly used: Set<Shape>;
  readonly visited: Set<string>;
}

export function newWalk(sources: ReadonlyMap<string, string>): Walk {
  return { sources, findings: [], used: new Set(), visited: new Set() };
}

/** Walks a template and its partials along the shape of its view. */
export function walkTemplate(walk: Walk, name: string, context: Shape | undefined): void {
  const source = walk.sources.get(name);
  walk.visited.add(name);
  if (source === undefined) {
    walk.findings.push(`${name}: no such template`);
    return;
  }
  walkProgram(walk, Handlebars.parse(source, { srcName: name }), context);
}

function walkProgram(walk: Walk, program: hbs.AST.Program | undefined, context: Shape | undefined): void {
  for (const statement of program?.body ?? []) {
    walkStatement(walk, statement, context);
  }
}

const SILENT = ["ContentStatement", "CommentStatement"];

function walkStatement(walk: Walk, statement: hbs.AST.Statement, context: Shape | undefined): void {
  if (is<hbs.AST.MustacheStatement>(statement, "MustacheStatement")) {
    walkMustache(walk, statement, context);
  } else if (is<hbs.AST.BlockStatement>(statement, "BlockStatement")) {
    walkBlock(walk, statement, context);
  } else if (is<hbs.AST.PartialStatement>(statement, "PartialStatement")) {
    walkPartial(walk, statement, context);
  } else if (!SILENT.includes(statement.type)) {
    report(walk, statement, `${statement.type} is not allowed`);
  }
}

function is<T extends hbs.AST.Node>(node: hbs.AST.Node, type: T["type"]): node is T {
  return node.type === type;
}

function walkMustache(walk: Walk, mustache: hbs.AST.MustacheStatement, context: Shape | undefined): void {
  if (!mustache.escaped) {
    report(walk, mustache, "unescaped output");
  }
  if (mustache.params.length > 0 || mustache.hash !== undefined) {
    report(walk, mustache, "a helper that prints");
  }
  const shape = resolve(walk, mustache.path, context);
  if (shape !== undefined && shape.shape !== "value") {
    report(walk, mustache, `prints a ${shape.shape}`);
  }
}

function walkBlock(walk: Walk, block: hbs.AST.BlockStatement, context: Shape | undefined): void {
  const name = nameOf(block.path);
  const [subject, ...others] = block.params;
  if (!BLOCKS.includes(name) || subject === undefined || others.length > 0) {
    report(walk, block, `block ${name} is not allowed`);
    return;
  }
  const shape = resolve(walk, subject, context);
  if (name === "each" && shape !== undefined && shape.shape !== "list") {
    report(walk, block, `each over a ${shape.shape}`);
  }
  walkProgram(walk, block.program, name === "each" && shape?.shape === "list" ? shape.of : context);
  walkProgram(walk, block.inverse, context);
}

function walkPartial(walk: Walk, partial: hbs.AST.PartialStatement, context: Shape | undefined): void {
  const [subject] = partial.params;
  const name = nameOf(partial.name);
  walkTemplate(walk, name, subject === undefined ? context : resolve(walk, subject, context));
}

function nameOf(expression: hbs.AST.Expression): string {
  return is<hbs.AST.PathExpression>(expression, "PathExpression") ? expression.original : expression.type;
}

/** The shape at a path; `undefined`, with a finding, when the view has no such path. */
function resolve(walk: Walk, expression: hbs.AST.Expression, context: Shape | undefined): Shape | undefined {
  if (!is<hbs.AST.PathExpression>(expression, "PathExpression") || expression.depth > 0) {
    report(walk, expression, `${expression.type} is not allowed here`);
    return undefined;
  }
  if (expression.data) {
    if (!LOOP_VARIABLES.includes(String(expression.parts[0]))) {
      report(walk, expression, `unknown variable ${expression.original}`);
    }
    return undefined;
  }
  const shape = expression.parts.reduce<Shape | undefined>(
    (inside, part) => (inside?.shape === "object" ? inside.fields.get(String(part)) : undefined),
    context,
  );
  if (shape === undefined) {
    report(walk, expression, `unknown path ${expression.original}`);
  } else {
    walk.used.add(shape);
  }
  return shape;
}

function report(walk: Walk, node: hbs.AST.Node, what: string): void {
  walk.findings.push(`${node.loc.source}:${node.loc.start.line}: ${what}`);
}

/** The paths of printed values that no walk has used. */
export function unusedPaths(
  shape: Shape | undefined,
  used: ReadonlySet<Shape>,
  path = "",
): readonly string[] {
  switch (shape?.shape) {
    case "object":
      return [...shape.fields].flatMap(([name, field]) => unusedPaths(field, used, `${path}.${name}`));
    case "list":
      return unusedPaths(shape.of, used, `${path}[]`);
    case "value":
      return used.has(shape) ? [] : [path];
    default:
      return [`${path} (no example)`];
  }
}
