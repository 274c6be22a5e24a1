import { join } from 'node:path'
import ts from 'typescript'
import type { Outlets } from './outlets.ts'

/** A published number. */
export interface NumericField {
  readonly outlet: keyof Outlets
  /** `api.scorecard.goal.verdict.value`; `[]` for the members of a list, `*` for the values of a record. */
  readonly path: string
  /** The field where its type declares it, `EstimateFigures.raw`; for a record, the field that contains it and `*`. */
  readonly field: string
}

const root = join(import.meta.dirname, '../../../../..')

/** Every number of every outlet, read from the types, including those that are null in each example. Takes seconds. */
export function numericFields(): readonly NumericField[] {
  const file = join(import.meta.dirname, 'outlets.ts')
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, root)
  const program = ts.createProgram([file], options)
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(file)
  const outlets = source && checker.getSymbolAtLocation(source)?.exports?.get(ts.escapeLeadingUnderscores('Outlets'))
  if (!outlets) throw new Error('the outlets cannot be read')
  const found: NumericField[] = []
  for (const property of checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(outlets))) {
    const { name } = property
    walk(checker.getTypeOfSymbol(property), { outlet: name as keyof Outlets, path: name, field: name }, [])
  }
  return found

  function walk(type: ts.Type, at: NumericField, within: readonly ts.Type[]): void {
    if (within.includes(type)) return
    const inside = [...within, type]
    if (type.isUnion()) {
      for (const each of type.types) walk(each, at, inside)
    } else if (type.flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike)) {
      if (!found.some(({ path, field }) => path === at.path && field === at.field)) found.push(at)
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

function fieldOf(property: ts.Symbol, { outlet, path, field }: NumericField): NumericField {
  const owner = ownerOf(property)
  const { name } = property
  return { outlet, path: `${path}.${name}`, field: owner === null ? `${field}.*` : `${owner}.${name}` }
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
