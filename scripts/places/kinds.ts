import ts from 'typescript'
import { isCore, isTest, type PlaceFault, type ProjectFile, treeOf } from './place.ts'

/** Verbs of use cases. A core file that begins with one of them is `verb-noun.ts`; every other file is `noun.ts`. */
const VERBS =
  'accept|add|attach|break|build|change|check|choose|claim|close|compare|confirm|correct|count|decide|delete|deliver|' +
  'draw|erase|expire|export|extend|find|follow|freeze|import|judge|leave|list|make|open|pause|plan|preview|propose|' +
  'publish|read|rebuild|record|remind|remove|render|restate|restore|save|seal|send|set|show|sign|skip|start|suppress|take|trace|' +
  'undo|unlink|unsubscribe|verify|watch|withdraw|write'
const USE_CASE = new RegExp(`/(${VERBS})-[a-z-]+\\.ts$`)

const isUseCase = (path: string): boolean => USE_CASE.test(path)

/**
 * `ports.ts` declares the external needs of a core package, `index.ts` is its public interface; neither contains logic.
 */
const isFace = (path: string): boolean => /\/(ports|index)\.ts$/.test(path)

/**
 * Reports core files that break the split: only `verb-noun.ts` may be async or use ports; `noun.ts` holds pure
 * functions.
 */
export function findMixedKinds(file: ProjectFile): PlaceFault[] {
  if (!isCore(file.path) || isTest(file.path) || isFace(file.path) || isUseCase(file.path)) return []
  if (/^packages\/kernel\/src\/system\.ts$/.test(file.path)) return []
  const tree = treeOf(file)
  const faults: PlaceFault[] = []
  const visit = (node: ts.Node): void => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
    if (node.kind === ts.SyntaxKind.AsyncKeyword || ts.isAwaitExpression(node)) {
      faults.push({ path: file.path, line, rule: 'noun-waits', message: 'only a verb-noun file may be async' })
    }
    if (ts.isImportDeclaration(node) && /\/ports\.ts$/.test((node.moduleSpecifier as ts.StringLiteral).text)) {
      faults.push({
        path: file.path,
        line,
        rule: 'noun-knows-ports',
        message: 'only a verb-noun file may know the ports',
      })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return faults
}
