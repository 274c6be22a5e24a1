import ts from 'typescript'
import { isTest, isTool, type PlaceFault, type ProjectFile, treeOf } from './place.ts'

/**
 * Where a figure may be compared with its interval: the claims, what they are made of, and the statistics behind.
 * `replay` prints judged figures of an operator's own files.
 */
const PLACES = /^packages\/(statistics\/src|scorecard\/src\/(claims|goals|satisfaction|measures))\//
/** Ranks of importance, which are not shares of people. */
const DRIVERS = /^packages\/scorecard\/src\/breakdown\/driver-analysis\.ts$/
const REPLAY = /^apps\/demo\/src\/replay\//

const COMPARISONS = new Set([
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
])
const ENDS = /(^|[.\s])(lower|upper|p)$/

/** The decision of a verdict, read from it. */
const isDecision = (node: ts.Node): boolean =>
  (ts.isPropertyAccessExpression(node) && node.name.text === 'demonstrated') ||
  (ts.isBindingElement(node) && (node.propertyName ?? node.name).getText() === 'demonstrated')

/** An end of an interval or a p-value, held against something. */
const isComparison = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) &&
  COMPARISONS.has(node.operatorToken.kind) &&
  [node.left, node.right].some((side) => ENDS.test(side.getText()))

/** Reports code outside `claims` that decides how firm a figure is: every sentence about it comes from one claim. */
export function findClaims(file: ProjectFile): PlaceFault[] {
  if (isTest(file.path) || isTool(file.path) || [PLACES, DRIVERS, REPLAY].some((place) => place.test(file.path)))
    return []
  const tree = treeOf(file)
  const faults: PlaceFault[] = []
  const visit = (node: ts.Node): void => {
    if (isDecision(node) || isComparison(node)) {
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
      const message = `\`${node.getText()}\` decides how firm a figure is; take it from @wayproof/scorecard/claims`
      faults.push({ path: file.path, line, rule: 'claim', message })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return faults
}
