import { createHash } from 'node:crypto'
import { plainHeading } from '../mapping/plain-heading.ts'

/** Identifies files with the same headings in any order: SHA-256, hexadecimal. */
export const headingSet = (headings: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(headings.map(plainHeading).sort()))
    .digest('hex')
