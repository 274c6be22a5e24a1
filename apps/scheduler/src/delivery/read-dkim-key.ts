import { readFileSync } from 'node:fs'
import { isDkimKey } from '@wayproof/letters'

/** The private key in a file, or null when it cannot be read or is none that signs. */
export function readDkimKey(file: string): string | null {
  try {
    const pem = readFileSync(file, 'utf8')
    return isDkimKey(pem) ? pem : null
  } catch {
    return null
  }
}
