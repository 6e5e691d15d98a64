import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Language, Parser, type Node } from 'web-tree-sitter';

/** What a Bicep file declares and uses: its syntax is a real grammar's, its types nobody has checked. */
export interface BicepFile {
  readonly faults: readonly string[];
  readonly parameters: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly secure: boolean;
  }[];
  readonly variables: readonly string[];
  /** `Microsoft.App/containerApps@2025-01-01`, without those nested in another. */
  readonly types: readonly string[];
  readonly modules: readonly {
    readonly name: string;
    readonly path: string;
    readonly given: readonly string[];
  }[];
  readonly outputs: readonly { readonly name: string; readonly uses: readonly string[] }[];
  readonly declared: readonly string[];
  /** Names that stand for a value, each as often as it is used. */
  readonly used: readonly string[];
  /** `module.outputs.name`. */
  readonly outputsUsed: readonly (readonly [module: string, output: string])[];
}

const within = (node: Node): readonly Node[] => [node, ...node.children.flatMap((child) => within(child))];
const ofType = (node: Node, type: string): readonly Node[] => within(node).filter((one) => one.type === type);
const firstOf = (node: Node, type: string): string =>
  node.children.find((child) => child.type === type)?.text ?? '';
const nameOf = (declaration: Node): string => firstOf(declaration, 'identifier');
const unquoted = (text: string): string => text.replace(/^'|'$/g, '');

const isDeclaration = (node: Node): boolean => node.type.endsWith('_declaration');
const isFirstOf = (node: Node, parent: Node): boolean => parent.namedChildren[0]?.id === node.id;
const isName = (node: Node, parent: Node): boolean =>
  isDeclaration(parent)
    ? parent.children.find((child) => child.type === 'identifier')?.id === node.id
    : (parent.type === 'object_property' || parent.type === 'call_expression') && isFirstOf(node, parent);

const references = (node: Node): readonly string[] =>
  ofType(node, 'identifier')
    .filter((one) => one.parent && !isName(one, one.parent))
    // A decorator's own name is in a call, and a function of a member is no value.
    .filter((one) => one.parent?.type !== 'decorator')
    .map(({ text }) => text);

/** The decorators that stand before a declaration, wherever the grammar puts them. */
const decorated = (text: string, declaration: Node): string => {
  const before =
    text
      .slice(0, declaration.startIndex)
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  return before + declaration.text;
};

const keysIn = (node: Node, property: string): readonly string[] => {
  const found = ofType(node, 'object_property').find((one) => one.namedChildren[0]?.text === property);
  const object = found?.namedChildren.find((child) => child.type === 'object');
  return (object?.namedChildren ?? []).flatMap((child) =>
    child.type === 'object_property' ? [child.namedChildren[0]?.text ?? ''] : [],
  );
};

const describeFile = (text: string, root: Node): BicepFile => {
  const parameters = ofType(root, 'parameter_declaration').map((one) => ({
    name: nameOf(one),
    required: !/^param\s+\S+\s+\S+\s*=/m.test(one.text),
    secure: /@secure\(\)/.test(decorated(text, one)),
  }));
  const modules = ofType(root, 'module_declaration').map((one) => ({
    name: nameOf(one),
    path: unquoted(firstOf(one, 'string')),
    given: keysIn(one, 'params'),
  }));
  const resources = ofType(root, 'resource_declaration');
  const variables = ofType(root, 'variable_declaration').map(nameOf);
  return {
    faults: within(root)
      .filter((node) => node.isError || node.isMissing)
      .map((node) => `${node.startPosition.row + 1}: ${node.text.slice(0, 40)}`),
    parameters,
    variables,
    types: resources.map((one) => unquoted(firstOf(one, 'string'))).filter((type) => type.includes('/')),
    modules,
    outputs: ofType(root, 'output_declaration').map((one) => ({ name: nameOf(one), uses: references(one) })),
    declared: [...parameters, ...modules].map(({ name }) => name).concat(variables, resources.map(nameOf)),
    used: references(root),
    outputsUsed: [...text.matchAll(/(\w+)\.outputs\.(\w+)/g)].map(([, a = '', b = '']) => [a, b]),
  };
};

/** @returns reads files of a folder */
export const bicepReader = async (): Promise<(path: string) => BicepFile> => {
  await Parser.init();
  const parser = new Parser();
  const grammar = fileURLToPath(import.meta.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'));
  parser.setLanguage(await Language.load(grammar));
  return (path) => {
    const text = readFileSync(path, 'utf8');
    const tree = parser.parse(text);
    if (!tree) throw new Error(`${path} was not read`);
    return describeFile(text, tree.rootNode);
  };
};
