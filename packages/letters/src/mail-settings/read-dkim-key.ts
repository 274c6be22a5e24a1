import { readFileSync } from 'node:fs'
import { isDkimKey } from '../dkim/dkim-signer.ts'

/** The private key in a file; null if it cannot be read or cannot sign. */
export function readDkimKey(file: string): string | null {
  try {
    const pem = readFileSync(file, 'utf8')
    return isDkimKey(pem) ? pem : null
  } catch {
    return null
  }
}
