/** One source file, with its path from the root (always with `/`). */
export interface ProjectFile {
  readonly path: string
  readonly text: string
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
