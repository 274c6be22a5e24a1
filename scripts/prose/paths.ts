import { posix } from 'node:path'
import type { PlaceFault, ProjectFile } from '../places/place.ts'

/** Says whether a path from the root, possibly with `*`, names a file or folder. */
export type PathExists = (path: string) => boolean

const IN_CODE = /`((?:\.ci|apps|docs|packages|scripts|test)\/[\w@.*/-]+)`/g
const LINK = /\]\(([^)\s]+)\)/g

const headingId = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-')

const hasHeading = (text: string, id: string): boolean =>
  text.split('\n').some((row) => /^#+\s/.test(row) && headingId(row.replace(/^#+\s+/, '')) === id)

/** Reports paths and links of a page that lead nowhere. `pages` are all pages, for the headings that links name. */
export function findDeadPaths(page: ProjectFile, exists: PathExists, pages: readonly ProjectFile[]): PlaceFault[] {
  const faults: PlaceFault[] = []
  for (const [index, row] of page.text.split('\n').entries()) {
    const addFault = (rule: string, message: string): void =>
      void faults.push({ path: page.path, line: index + 1, rule, message })
    for (const [, path = ''] of row.matchAll(IN_CODE)) {
      if (!exists(path)) addFault('dead-path', `\`${path}\` does not exist`)
    }
    for (const [, link = ''] of row.matchAll(LINK)) {
      if (/^[a-z]+:/.test(link)) continue
      const [path = '', id] = link.split('#')
      const target = path ? posix.join(posix.dirname(page.path), path) : page.path
      const text = pages.find((candidate) => candidate.path === target)?.text
      if (!exists(target)) addFault('dead-link', `${link} leads to no file`)
      else if (id && text !== undefined && !hasHeading(text, id)) addFault('dead-link', `${link} leads to no heading`)
    }
  }
  return faults
}
