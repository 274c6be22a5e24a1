import ts from 'typescript'

/** One source file, with its path from the root (always with `/`). */
export interface ProjectFile {
  readonly path: string
  readonly text: string
}

let latest: { readonly file: ProjectFile; readonly tree: ts.SourceFile } | undefined

/** The syntax tree of a file. The rules read one file after another, so only the latest tree is in memory. */
export function treeOf(file: ProjectFile): ts.SourceFile {
  if (latest?.file !== file) {
    latest = { file, tree: ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true) }
  }
  return latest.tree
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

/** Returns true for developers' commands; the product imports none of them. */
export const isTool = (path: string): boolean => /^scripts\//.test(path) || /^packages\/[^/]+\/scripts\//.test(path)
