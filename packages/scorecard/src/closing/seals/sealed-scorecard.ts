import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { ChainHead } from '../../executive-summary.ts'
import { publishSealed } from '../../publish/publish-sealed.ts'
import type { Scorecard } from '../../scorecard.ts'
import { headCode } from './head-code.ts'
import { readStatement, type Seal } from './seal.ts'
import type { SealStamp, Signatures } from './sealed-parts.ts'

/** Parses a sealed scorecard and adds its seal information. Throws if it is not in our format. */
export function sealedScorecard(seal: Seal, timeZone: string): Scorecard {
  return { ...publishSealed(seal.parts.figures), seal: stampOf(seal, timeZone) }
}

export function stampOf(seal: Seal, timeZone: string): SealStamp {
  const statement = readStatement(seal)
  if (!statement) throw new Error(`seal ${seal.number} cannot be read`)
  const { frozen, goals, closed } = JSON.parse(seal.parts.signatures) as Signatures
  const people = new Set([frozen, ...goals, closed].map(({ id }) => id))
  return {
    number: seal.number,
    version: seal.version,
    code: headCode(seal.head),
    frozenOn: dateAt(frozen.at, timeZone),
    sealedOn: dateAt(statement.sealedAt, timeZone),
    people: people.size,
    reason: statement.reason,
  }
}

/** Chain head for print in a letter; null before the first seal. */
export const chainHead = (last: Seal | null): ChainHead | null =>
  last && { code: headCode(last.head), number: last.number, period: last.period }
