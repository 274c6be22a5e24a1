import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Tokens } from '@wayproof/kernel/id'
import { sha256 } from '@wayproof/kernel/secrets/keyring'
import type { GoalId } from '../../goals/goal.ts'
import type { MissingList, MissingRow } from '../../goals/missing-row.ts'
import { STAFF_FIGURES } from '../../sample/traced-figure.ts'

/** Sealed form of a list of missing rows: one digest over the digests of all rows. */
export interface SealedMissing {
  readonly goal: GoalId
  /** Period of the list: a quarter for training, else that of the verdict. */
  readonly period: PeriodKey
  readonly rows: number
  readonly digest: string
}

export interface SaltedRow extends MissingRow {
  /** Random salt, so that the key cannot be guessed from the digest. */
  readonly salt: string
}

/** A frozen list of missing rows; rows and digests share their index. */
export interface SaltedList {
  readonly goal: GoalId
  readonly period: PeriodKey
  readonly digests: readonly string[]
  readonly rows: readonly SaltedRow[]
}

/** A stored list. */
export interface StoredMissingRows {
  readonly digests: readonly string[]
  /** Rows by index from 0, without those deleted on schedule. */
  readonly rows: readonly (SaltedRow & { readonly place: number })[]
}

export interface CheckedMissing {
  readonly rows: readonly MissingRow[]
  /** Number of deleted rows; must be 0 for goals that count no people. */
  readonly gone: number
  /** True if digests or rows differ from the seal; such rows are not among `rows`. */
  readonly altered: boolean
}

const SALT_BYTES = 16

/** Salts the rows and sorts them by digest, so that the position of a deleted row reveals nothing about its key. */
export function saltList(goal: GoalId, { period, rows }: MissingList, tokens: Tokens): SaltedList {
  const salted = rows.map((row) => {
    const withSalt = { ...row, salt: Buffer.from(tokens.bytes(SALT_BYTES)).toString('hex') }
    return { row: withSalt, digest: rowDigest({ goal, period }, withSalt) }
  })
  salted.sort((a, b) => (a.digest < b.digest ? -1 : 1))
  return { goal, period, digests: salted.map(({ digest }) => digest), rows: salted.map(({ row }) => row) }
}

export const sealMissing = ({ goal, period, digests }: SaltedList): SealedMissing => ({
  goal,
  period,
  rows: digests.length,
  digest: listDigest(digests),
})

/** Checks a stored list against its seal. */
export function checkMissing(
  { rows: sealed, digest, ...of }: SealedMissing,
  missing: StoredMissingRows | null,
): CheckedMissing {
  if (missing?.digests.length !== sealed || listDigest(missing.digests) !== digest)
    return { rows: [], gone: 0, altered: true }
  const gone = sealed - missing.rows.length
  const mayGo = STAFF_FIGURES.some((figure) => figure === of.goal)
  const sound = missing.rows.filter((row) => rowDigest(of, row) === missing.digests[row.place])
  return {
    rows: sound.map(({ key, label, why, detail }) => ({ key, label, why, detail })),
    gone,
    altered: sound.length < missing.rows.length || (gone > 0 && !mayGo),
  }
}

type ListOf = Pick<SealedMissing, 'goal' | 'period'>

const rowDigest = ({ goal, period }: ListOf, { key, label, why, detail, salt }: SaltedRow): string =>
  sha256(JSON.stringify([goal, period, key, label, why, detail, salt]))

const listDigest = (digests: readonly string[]): string => sha256(digests.join(''))
