import type { Instant, PeriodKey } from '@wayproof/kernel'
import { sha256 } from '@wayproof/kernel/keyring'
import { canonicalJson } from './canonical-json.ts'

/** What is sealed, each part a canonical JSON text of its own, so that it can be told which was changed. */
export const SEAL_PARTS = ['figures', 'definitions', 'evidence', 'actions', 'signatures'] as const

export type SealPart = (typeof SEAL_PARTS)[number]

export type SealedParts = Readonly<Record<SealPart, string>>

/** What the head covers. */
export interface SealStatement {
  /** From 1, over all periods. */
  readonly number: number
  readonly period: PeriodKey
  /** 1 for the first closing, then one more for each restatement. */
  readonly version: number
  /** Why it was restated; null for the first version. */
  readonly reason: string | null
  readonly sealedAt: Instant
  /** Milliseconds by which the clock was ahead of the reference; null where none is known. */
  readonly clockOffset: number | null
  /** SHA-256 of each part. */
  readonly digests: Readonly<Record<SealPart, string>>
}

/** A link of the chain. */
export interface Seal {
  readonly number: number
  readonly period: PeriodKey
  readonly version: number
  /** The statement as canonical JSON, as it was hashed. */
  readonly statement: string
  readonly parts: SealedParts
  /** SHA-256 of the head before and the statement, as hexadecimal. */
  readonly head: string
}

/** What stands before the first seal. */
export const NO_HEAD = ''

export const headOf = (previous: string, statement: string): string => sha256(`${previous}\n${statement}`)

/** The seal that follows on `previous`, the head before it. */
export function makeSeal(previous: string, stated: Omit<SealStatement, 'digests'>, parts: SealedParts): Seal {
  const digests = Object.fromEntries(SEAL_PARTS.map((part) => [part, sha256(parts[part])]))
  const statement = canonicalJson({ ...stated, digests })
  const { number, period, version } = stated
  return { number, period, version, statement, parts, head: headOf(previous, statement) }
}

/** Whether a part is what the statement says. */
export const statesPart = ({ digests }: SealStatement, { parts }: Seal, part: SealPart): boolean =>
  sha256(parts[part]) === digests[part]

/** What a seal states; null when its text is not what we write. */
export function readStatement({ statement }: Seal): SealStatement | null {
  try {
    const read = JSON.parse(statement) as SealStatement
    return typeof read.number === 'number' && typeof read.digests?.figures === 'string' ? read : null
  } catch {
    return null
  }
}
