import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { sha256 } from '@wayproof/kernel/secrets/keyring'
import { canonicalJson } from './canonical-json.ts'

/** The sealed parts, each a canonical JSON text, so that a change can be located. */
export const SEAL_PARTS = ['figures', 'definitions', 'evidence', 'actions', 'signatures'] as const

export type SealPart = (typeof SEAL_PARTS)[number]

export type SealedParts = Readonly<Record<SealPart, string>>

/** The statement covered by the head. */
export interface SealStatement {
  /** From 1, over all periods. */
  readonly number: number
  readonly period: PeriodKey
  /** 1 for the first closing, one more for each restatement. */
  readonly version: number
  /** Reason for the restatement; null for the first version. */
  readonly reason: string | null
  readonly sealedAt: Instant
  /** Milliseconds by which the clock was ahead of the reference; null if unknown. */
  readonly clockOffset: number | null
  /** SHA-256 of each part. */
  readonly digests: Readonly<Record<SealPart, string>>
}

/** A link of the chain. */
export interface Seal {
  readonly number: number
  readonly period: PeriodKey
  readonly version: number
  /** The statement as hashed: canonical JSON. */
  readonly statement: string
  readonly parts: SealedParts
  /** SHA-256 of the previous head and the statement, hexadecimal. */
  readonly head: string
}

/** Head before the first seal. */
export const NO_HEAD = ''

export const headOf = (previous: string, statement: string): string => sha256(`${previous}\n${statement}`)

/** Creates the seal that follows the head `previous`. */
export function makeSeal(previous: string, stated: Omit<SealStatement, 'digests'>, parts: SealedParts): Seal {
  const digests = Object.fromEntries(SEAL_PARTS.map((part) => [part, sha256(parts[part])]))
  const statement = canonicalJson({ ...stated, digests })
  const { number, period, version } = stated
  return { number, period, version, statement, parts, head: headOf(previous, statement) }
}

/** Returns true if a part matches its digest in the statement. */
export const statesPart = ({ digests }: SealStatement, { parts }: Seal, part: SealPart): boolean =>
  sha256(parts[part]) === digests[part]

/** True if the statement follows the head `previous`, gives the seal's own head, and covers every part as it is stored. */
export function isIntact(previous: string, seal: Seal): boolean {
  const statement = readStatement(seal)
  return (
    statement !== null &&
    headOf(previous, seal.statement) === seal.head &&
    SEAL_PARTS.every((part) => statesPart(statement, seal, part))
  )
}

/** Parses a seal's statement; null if its text is not in our format. */
export function readStatement({ statement }: Seal): SealStatement | null {
  try {
    const sealStatement = JSON.parse(statement) as SealStatement
    return typeof sealStatement.number === 'number' && typeof sealStatement.digests?.figures === 'string'
      ? sealStatement
      : null
  } catch {
    return null
  }
}
