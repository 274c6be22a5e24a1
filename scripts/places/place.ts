import ts from 'typescript'

/** One source file, with its path from the root (always with `/`). */
export interface ProjectFile {
  readonly path: string
  readonly text: string
}

const trees = new WeakMap<ProjectFile, ts.SourceFile>()

/** The syntax tree of a file; all rules read the same one. */
export function treeOf(file: ProjectFile): ts.SourceFile {
  const parsed = trees.get(file)
  if (parsed) return parsed
  const tree = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true)
  trees.set(file, tree)
  return tree
}

export interface PlaceFault {
  readonly path: string
  /** Line number, from 1. */
  readonly line: number
  readonly rule: string
  readonly message: string
}

/** Returns true for tests and files used only by tests. */
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || /(^|\/)(test|testing)\//.test(path)

export const isSource = (path: string): boolean => /\.(ts|tsx|mts|mjs|js)$/.test(path)

const CORE = /^packages\/(kernel|statistics|survey|evidence|scorecard)\/src\//

export const isCore = (path: string): boolean => CORE.test(path)

/** Returns true for developers' commands; the product imports none of them. */
export const isTool = (path: string): boolean => /^scripts\//.test(path) || /^packages\/[^/]+\/scripts\//.test(path)
