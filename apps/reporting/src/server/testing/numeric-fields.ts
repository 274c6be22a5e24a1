import { join } from 'node:path'
import ts from 'typescript'
import type { Outputs } from './outputs.ts'

export interface NumericField {
  readonly output: keyof Outputs
  /** `api.scorecard.goal.verdict.value`; `[]` for the members of a list, `*` for the values of a record. */
  readonly path: string
  /** The field where its type declares it, `EstimateFigures.raw`; for a record, the field that contains it and `*`. */
  readonly field: string
}

const root = join(import.meta.dirname, '../../../../..')

/** Every number of every output, read from the types, including those that are null in each example. Takes seconds. */
export function numericFields(): readonly NumericField[] {
  const file = join(import.meta.dirname, 'outputs.ts')
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, root)
  const program = ts.createProgram([file], options)
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  const outputs = source && checker.getSymbolAtLocation(source)?.exports?.get(ts.escapeLeadingUnderscores('Outputs'))
  if (!outputs) throw new Error('the outputs cannot be read')
  const foundFields: NumericField[] = []
  for (const property of checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(outputs))) {
    const { name } = property
    walk(checker.getTypeOfSymbol(property), { output: name as keyof Outputs, path: name, field: name }, [])
  }
  return foundFields

  function walk(type: ts.Type, at: NumericField, visited: readonly ts.Type[]): void {
    if (visited.includes(type)) return
    const inside = [...visited, type]
    if (type.isUnion()) {
      for (const member of type.types) walk(member, at, inside)
    } else if (type.flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike)) {
      if (!foundFields.some(({ path, field }) => path === at.path && field === at.field)) foundFields.push(at)
    } else if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) {
      throw new Error(`${at.path} may hold anything`)
    } else if (checker.isArrayType(type) || checker.isTupleType(type)) {
      for (const member of checker.getTypeArguments(type as ts.TypeReference)) {
        walk(member, { ...at, path: `${at.path}[]` }, inside)
      }
    } else if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) {
      if (type.getCallSignatures().length > 0) return
      for (const property of checker.getPropertiesOfType(type)) {
        walk(checker.getTypeOfSymbol(property), fieldOf(property, at), inside)
      }
      for (const { type: member } of checker.getIndexInfosOfType(type)) {
        walk(member, { ...at, path: `${at.path}.*`, field: `${at.field}.*` }, inside)
      }
    }
  }
}

function fieldOf(property: ts.Symbol, { output, path, field }: NumericField): NumericField {
  const owner = ownerOf(property)
  const { name } = property
  return { output, path: `${path}.${name}`, field: owner === null ? `${field}.*` : `${owner}.${name}` }
}

/** The named type, function or constant that declares a property; null for a mapped one. */
function ownerOf(property: ts.Symbol): string | null {
  let node: ts.Node | undefined = property.declarations?.[0]?.parent
  while (node) {
    if (declares(node) && node.name) return node.name.getText()
    node = node.parent
  }
  return null
}

const declares = (node: ts.Node) =>
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isVariableDeclaration(node)
