import { createHash } from 'node:crypto'
import { plainHeading } from '../mapping/plain-heading.ts'

/** What files with the same headings have in common, in whatever order: SHA-256, hexadecimal. */
export const headingSet = (headings: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(headings.map(plainHeading).sort()))
    .digest('hex')
