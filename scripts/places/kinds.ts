import ts from 'typescript'
import { type HouseFile, isCore, isTest, type PlaceFault } from './place.ts'

/** What a use case does. A core file whose name begins with one of these is `verb-noun.ts`, every other is `noun.ts`. */
const VERBS =
  'accept|add|attach|break|build|change|check|choose|claim|close|compare|confirm|correct|count|decide|delete|deliver|' +
  'draw|erase|expire|export|extend|find|freeze|import|judge|leave|list|make|open|pause|plan|preview|propose|' +
  'publish|read|rebuild|record|remind|remove|render|restate|save|seal|send|set|show|sign|start|suppress|take|trace|' +
  'undo|unlink|unsubscribe|verify|watch|withdraw|write'
const USE_CASE = new RegExp(`/(${VERBS})-[a-z-]+\\.ts$`)

const isUseCase = (path: string): boolean => USE_CASE.test(path)

/** `ports.ts` says what a core package needs from outside, `index.ts` is its face; neither decides anything. */
const isFace = (path: string): boolean => /\/(ports|index)\.ts$/.test(path)

/** In a core package only `verb-noun.ts` may wait or know the ports; `noun.ts` is a plain function of its arguments. */
export function findMixedKinds(file: HouseFile): PlaceFault[] {
  if (!isCore(file.path) || isTest(file.path) || isFace(file.path) || isUseCase(file.path)) return []
  if (/^packages\/kernel\/src\/system\.ts$/.test(file.path)) return []
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true)
  const faults: PlaceFault[] = []
  const visit = (node: ts.Node): void => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
    if (node.kind === ts.SyntaxKind.AsyncKeyword || ts.isAwaitExpression(node)) {
      faults.push({ path: file.path, line, rule: 'noun-waits', says: 'only a verb-noun file may be async' })
    }
    if (ts.isImportDeclaration(node) && /\/ports\.ts$/.test((node.moduleSpecifier as ts.StringLiteral).text)) {
      faults.push({ path: file.path, line, rule: 'noun-knows-ports', says: 'only a verb-noun file may know the ports' })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return faults
}
