/** One file of the house, with its path from the root (always with `/`). */
export interface HouseFile {
  readonly path: string
  readonly text: string
}

export interface PlaceFault {
  readonly path: string
  /** Counted from 1. */
  readonly line: number
  readonly rule: string
  readonly says: string
}

/** Tests, and what only tests use. */
export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path) || /(^|\/)(test|testing)\//.test(path)

export const isSource = (path: string): boolean => /\.(ts|tsx|mts|mjs|js)$/.test(path)

const CORE = /^packages\/(kernel|statistics|survey|evidence|scorecard)\/src\//

export const isCore = (path: string): boolean => CORE.test(path)

/** Commands for those who work on the house; nothing of the product imports them. */
export const isTool = (path: string): boolean => /^scripts\//.test(path) || /^packages\/[^/]+\/scripts\//.test(path)
