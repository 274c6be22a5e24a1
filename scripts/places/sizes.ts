import ts from 'typescript'
import { isTest, type PlaceFault, type ProjectFile, treeOf } from './place.ts'

const MAX_FILE_LINES = 300
const MAX_PROCEDURE_LINES = 10

const lineCount = (text: string): number => text.trimEnd().split('\n').length

/** Message lists and tests may be long. */
const mayBeLong = (path: string): boolean => isTest(path) || /^packages\/messages\/src\//.test(path)

export function findLongFile(file: ProjectFile): PlaceFault[] {
  const lines = lineCount(file.text)
  if (mayBeLong(file.path) || lines <= MAX_FILE_LINES) return []
  return [
    { path: file.path, line: MAX_FILE_LINES, rule: 'long-file', message: `${lines} lines, at most ${MAX_FILE_LINES}` },
  ]
}

/**
 * Reports long procedures: a procedure names its permission, its input and one use case; the rest belongs in the use
 * case.
 */
export function findLongProcedures(file: ProjectFile): PlaceFault[] {
  if (!/-router\.ts$/.test(file.path)) return []
  const tree = treeOf(file)
  const lineOf = (position: number): number => tree.getLineAndCharacterOfPosition(position).line + 1
  const faults: PlaceFault[] = []
  const measure = (procedure: ts.ObjectLiteralElementLike): void => {
    const [first, last] = [lineOf(procedure.getStart()), lineOf(procedure.getEnd())]
    const lines = last - first + 1
    if (lines <= MAX_PROCEDURE_LINES) return
    const message = `${procedure.name?.getText() ?? 'a procedure'} has ${lines} lines, at most ${MAX_PROCEDURE_LINES}`
    faults.push({ path: file.path, line: first, rule: 'long-procedure', message })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'router') {
      const [routes] = node.arguments
      if (routes && ts.isObjectLiteralExpression(routes)) routes.properties.forEach(measure)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return faults
}
