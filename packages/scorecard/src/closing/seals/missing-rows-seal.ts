import type { PeriodKey, Tokens } from '@wayproof/kernel'
import { sha256 } from '@wayproof/kernel/keyring'
import type { GoalId } from '../../goals/goal.ts'
import { STAFF_FIGURES } from '../../sample/traced-figure.ts'
import type { MissingList, MissingRow } from '../../scorecard.ts'

/** What a seal holds of a list of missing rows: one digest over the digests of all, however many. */
export interface SealedMissing {
  readonly goal: GoalId
  /** The period of the list: a quarter of training, else that of the verdict. */
  readonly period: PeriodKey
  readonly rows: number
  readonly digest: string
}

export interface SaltedRow extends MissingRow {
  /** Random: without it nobody finds the key from the digest by trying. */
  readonly salt: string
}

/** A list of missing rows as it is frozen; the digest of a row has the row's place. */
export interface SaltedList {
  readonly goal: GoalId
  readonly period: PeriodKey
  readonly digests: readonly string[]
  readonly rows: readonly SaltedRow[]
}

/** A list as it lies in the database. */
export interface KeptMissing {
  readonly digests: readonly string[]
  /** Rows by their place from 0; one that was deleted on schedule is not among them. */
  readonly rows: readonly (SaltedRow & { readonly place: number })[]
}

export interface CheckedMissing {
  readonly rows: readonly MissingRow[]
  /** Rows that are gone; of goals that count no people none may be. */
  readonly gone: number
  /** Digests or rows are not what was sealed; such rows are not among `rows`. */
  readonly altered: boolean
}

const SALT_BYTES = 16

/** Salts the rows and puts them in the order of their digests: the place of a deleted row says nothing of its key. */
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

/** Holds a kept list against its seal. */
export function checkMissing({ rows: sealed, digest, ...of }: SealedMissing, kept: KeptMissing | null): CheckedMissing {
  if (kept?.digests.length !== sealed || listDigest(kept.digests) !== digest)
    return { rows: [], gone: 0, altered: true }
  const gone = sealed - kept.rows.length
  const mayGo = STAFF_FIGURES.some((figure) => figure === of.goal)
  const sound = kept.rows.filter((row) => rowDigest(of, row) === kept.digests[row.place])
  return {
    rows: sound.map(({ key, label, why, detail }) => ({ key, label, why, detail })),
    gone,
    altered: sound.length < kept.rows.length || (gone > 0 && !mayGo),
  }
}

type ListOf = Pick<SealedMissing, 'goal' | 'period'>

const rowDigest = ({ goal, period }: ListOf, { key, label, why, detail, salt }: SaltedRow): string =>
  sha256(JSON.stringify([goal, period, key, label, why, detail, salt]))

const listDigest = (digests: readonly string[]): string => sha256(digests.join(''))
