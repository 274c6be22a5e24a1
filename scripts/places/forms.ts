import ts from 'typescript'
import { isTest, type PlaceFault, type ProjectFile, treeOf } from './place.ts'

const DASHBOARD = /^apps\/reporting\/src\/web\//
const FORM = 'apps/reporting/src/web/forms/checked-form.tsx'

/**
 * Reports bare `form` elements: the dashboard's `Form` shows faults in the page's language, a bare form leaves that to
 * the browser.
 */
export function findBareForms(file: ProjectFile): PlaceFault[] {
  if (!DASHBOARD.test(file.path) || file.path === FORM || isTest(file.path)) return []
  const tree = treeOf(file)
  const faults: PlaceFault[] = []
  const visit = (node: ts.Node): void => {
    if ((ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) && node.tagName.getText() === 'form') {
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
      faults.push({ path: file.path, line, rule: 'bare-form', message: 'a form of the dashboard is a `Form`' })
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return faults
}
