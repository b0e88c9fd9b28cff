import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import ts from 'typescript';

export interface SourceFile {
  /** From the root of the repository, with `/` between its parts. */
  readonly path: string;
  readonly text: string;
}

/** A piece of code and where it stands. */
export interface Finding {
  readonly place: string;
  readonly code: string;
}

/** All files under some folders, whatever their kind. In: folders from the root. Out: paths with `/`. */
export const listFiles = (folders: readonly string[]): readonly string[] =>
  folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).split(sep).join('/')),
  );

export const readSources = (folders: readonly string[]): readonly SourceFile[] =>
  listFiles(folders)
    .filter((path) => ['.ts', '.tsx'].includes(extname(path)))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** Every rule walks the same trees: each file is parsed once. */
const trees = new WeakMap<SourceFile, ts.SourceFile>();

function parseFile(file: SourceFile): ts.SourceFile {
  const tree = trees.get(file) ?? ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  trees.set(file, tree);
  return tree;
}

/** The nodes of a file's syntax tree for which something holds: comments are no nodes, so what is said there is free. */
export function findNodes(file: SourceFile, holds: (node: ts.Node) => boolean): readonly Finding[] {
  const tree = parseFile(file);
  const found: Finding[] = [];
  const visit = (node: ts.Node) => {
    if (holds(node)) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      found.push({ place: `${file.path}:${line + 1}`, code: node.getText(tree).slice(0, 120) });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const wordKinds = new Set([
  ts.SyntaxKind.Identifier,
  ts.SyntaxKind.PrivateIdentifier,
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateHead,
  ts.SyntaxKind.TemplateMiddle,
  ts.SyntaxKind.TemplateTail,
  ts.SyntaxKind.JsxText,
  ts.SyntaxKind.RegularExpressionLiteral,
]);

/** The name of the product is a name in every language. */
const productName = /Löfteskollen/g;

/** Letters outside English in a name or text, unless they stand in a message catalogue. */
export const hasSwedishLetters = (node: ts.Node): boolean =>
  wordKinds.has(node.kind) && /[åäö]/i.test(node.getText().replaceAll(productName, '')) && !isInCatalogue(node);

/** A catalogue is a call of `catalogue`, or an object with both languages side by side. */
function isInCatalogue(node: ts.Node): boolean {
  if (ts.isCallExpression(node) && node.expression.getText() === 'catalogue') return true;
  if (ts.isObjectLiteralExpression(node)) {
    const names = node.properties.map(({ name }) => name?.getText());
    if (names.includes('sv') && names.includes('en')) return true;
  }
  return node.parent !== undefined && isInCatalogue(node.parent);
}

/** `Date.now()`, `new Date()` and `Date()` ask the clock; `Math.random` and `crypto` ask for luck. */
export function asksClockOrLuck(node: ts.Node): boolean {
  // A digest is arithmetic: `crypto.subtle` is neither.
  if (ts.isPropertyAccessExpression(node)) {
    return /^(Date\.now|Math\.random|crypto\.(?!subtle$)\w+)$/.test(node.getText());
  }
  if (ts.isNewExpression(node)) return node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0;
  return ts.isCallExpression(node) && node.expression.getText() === 'Date';
}

const markupSinks = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML', 'srcDoc']);

/** Ways of making markup or code out of text. */
export function makesMarkup(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) return markupSinks.has(node.text);
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return false;
  return /^(eval|Function|document\.write|document\.writeln)$/.test(node.expression.getText());
}

const dishonest = /\.(skip|only|todo|fails|skipIf|runIf)$|^(vi|vitest)\.(mock|doMock|hoisted)$|\.waitForTimeout$/;

/** Tests that do not run, that replace a module, or that wait for the clock instead of for what they wait for. */
export const isDishonestTest = (node: ts.Node): boolean =>
  ts.isPropertyAccessExpression(node) && dishonest.test(node.getText());
