import ts from 'typescript'
import { isTest, type PlaceFault, type ProjectFile } from './place.ts'

const PARTICIPLES: ReadonlySet<string> = new Set([
  ...['asked', 'drawn', 'found', 'held', 'kept', 'known', 'lacking', 'said', 'seen', 'shown', 'spoken', 'told'],
])

/** Reports variables and parameters that are bare participles: the noun says what they hold. */
export function findParticiples(file: ProjectFile): PlaceFault[] {
  if (isTest(file.path)) return []
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true)
  const faults: PlaceFault[] = []
  const visit = (node: ts.Node): void => {
    const name = ownName(node)
    if (name && PARTICIPLES.has(name.text)) {
      const line = tree.getLineAndCharacterOfPosition(name.getStart()).line + 1
      faults.push({ path: file.path, line, rule: 'participle', message: `\`${name.text}\` says no noun` })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return faults
}

/** The name that a declaration gives; null for the name of a property that is destructured. */
function ownName(node: ts.Node): ts.Identifier | null {
  if (!ts.isVariableDeclaration(node) && !ts.isParameter(node) && !ts.isBindingElement(node)) return null
  if (!ts.isIdentifier(node.name) || isOfSignature(node)) return null
  const isProperty = ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent) && !node.propertyName
  return isProperty ? null : node.name
}

/** A parameter of a type has a name for its readers alone. */
const isOfSignature = ({ parent }: ts.Node): boolean => ts.isFunctionTypeNode(parent) || ts.isMethodSignature(parent)
