import ts from 'typescript'
import { isTest, isTool, type PlaceFault, type ProjectFile, treeOf } from './place.ts'

const NO_NAME = /^(utils?|helpers?|common|misc|shared|types)(\.[a-z.]+)?$/

/** Reports folders and files with a catch-all name; code belongs with the noun that it describes. */
export function findBags(file: ProjectFile): PlaceFault[] {
  const bag = file.path.split('/').find((part) => NO_NAME.test(part))
  return bag ? [{ path: file.path, line: 1, rule: 'bag', message: `\`${bag}\` names no thing` }] : []
}

/** Reports folders nested deeper than five levels. */
export function findDepth(file: ProjectFile): PlaceFault[] {
  const folders = file.path.split('/').length - 1
  return folders > 5 ? [{ path: file.path, line: 1, rule: 'depth', message: `${folders} folders deep, at most 5` }] : []
}

// Files that may contain Chinese: sample people and files of the demo company, columns of real exports, and words of
// public pages.
const CHINESE_DATA =
  /^(packages\/messages\/src\/|packages\/evidence\/src\/(profiles|policy-text|policy-page)\/|packages\/sample-company\/src\/|apps\/demo\/src\/mailbox\/)/

/**
 * Reports faults visible in single lines: mocks of own modules, postponed work, user-facing sentences outside
 * `packages/messages`.
 */
export function findWords(file: ProjectFile): PlaceFault[] {
  const tree = treeOf(file)
  const faults: PlaceFault[] = []
  const addFault = (node: ts.Node, rule: string, message: string): void => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
    faults.push({ path: file.path, line, rule, message })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && /^vi\.(do)?[mM]ock$/.test(node.getText())) {
      addFault(node, 'mock', 'a test replaces a port, never a module')
    }
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)
    if (isText && /\p{Script=Han}/u.test(node.text) && !isTest(file.path) && !isTool(file.path)) {
      if (!CHINESE_DATA.test(file.path)) addFault(node, 'sentence', 'sentences for people live in packages/messages')
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  for (const [index, line] of file.text.split('\n').entries()) {
    if (/(\/\/|^\s*\/?\*+)\s*(TODO|FIXME|XXX|HACK)\b/.test(line)) {
      faults.push({ path: file.path, line: index + 1, rule: 'put-off', message: 'do it, or say why it is not done' })
    }
  }
  return faults
}
