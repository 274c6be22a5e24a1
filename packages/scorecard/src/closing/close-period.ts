import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type ActingPerson, secondPersonFault } from '@wayproof/kernel/people/second-person'
import { publishSealed } from '../publish/publish-sealed.ts'
import { figureChanges } from './figure-change.ts'
import { type ClosingPerson, type Freeze, namedAs, type PeriodClosing, unsignedGoals } from './period-close.ts'
import type { ClosingPorts, Restatement } from './ports.ts'
import { canonicalJson } from './seals/canonical-json.ts'
import { headCode } from './seals/head-code.ts'
import { makeSeal, NO_HEAD, readStatement, type Seal } from './seals/seal.ts'
import type { Signatures } from './seals/sealed-parts.ts'

/** With a larger clock error the day of a seal is meaningless. */
const MOST_OFF_MS = 60_000

export interface ClosePeriod {
  readonly period: PeriodKey
  /** The freeze that the closer reviewed. */
  readonly freeze: Id
  readonly by: ActingPerson
}

export interface ClosedPeriod extends Seal {
  /** Number of recipients of the restatement mail. */
  readonly told: number
}

export type CloseFault = {
  readonly code:
    | 'period-closed'
    | 'not-frozen'
    | 'unsigned'
    | 'second-person-needed'
    | 'appointment-unconfirmed'
    | 'clock-off'
    | 'clock-behind'
    | 'closed-meanwhile'
}

/**
 * Seals the signed scorecard as the next link of the chain. The closer must be a person who neither froze, reopened nor
 * signed, also not with another account of the same mailbox. A restatement is mailed to everyone who received the
 * previous summary, as far as they are still on record.
 */
export async function closePeriod(
  ports: Pick<ClosingPorts, 'closing' | 'clock' | 'clockOffset'>,
  { period, freeze: id, by }: ClosePeriod,
): Promise<Outcome<ClosedPeriod, CloseFault>> {
  const { closing, clock } = ports
  const state = await closing.closing(period)
  const { freeze } = state
  if (freeze?.id !== id) return fail(state.seals.length > 0 && !state.reopening ? 'period-closed' : 'not-frozen')
  if (unsignedGoals(state.signatures).length > 0) return fail('unsigned')
  const fault = secondPersonFault(by, await closing.hands(period))
  if (fault) return fail(fault === 'same-person' ? 'second-person-needed' : fault)
  const clockOffset = await ports.clockOffset()
  if (clockOffset !== null && Math.abs(clockOffset) > MOST_OFF_MS) return fail('clock-off')
  const last = await closing.lastSeal()
  const at = clock.now()
  if (last && (readStatement(last)?.sealedAt ?? 0) > at) return fail('clock-behind')
  const signatures = signaturesOf(state, freeze, { ...namedAs(by), at })
  const seal = makeSeal(
    last?.head ?? NO_HEAD,
    {
      number: (last?.number ?? 0) + 1,
      period,
      version: freeze.version,
      reason: state.reopening?.reason ?? null,
      sealedAt: at,
      clockOffset,
    },
    {
      ...freeze.parts,
      // The figures as the owners saw them, even if frozen before figures were published coarsely.
      figures: canonicalJson(publishSealed(freeze.parts.figures)),
      signatures: canonicalJson(signatures),
    },
  )
  const sealReceipt = await closing.seal(seal, id, at, restatementOf(state, seal))
  return sealReceipt ? ok({ ...seal, ...sealReceipt }) : fail('closed-meanwhile')
}

function signaturesOf(
  { signatures, reopening }: PeriodClosing,
  { frozenBy, frozenAt }: Freeze,
  closed: ClosingPerson & { readonly at: Instant },
): Signatures {
  return {
    frozen: { ...frozenBy, at: frozenAt },
    goals: signatures.map(({ goal, owner, by, at }) => ({ goal, owner, ...by, at })),
    closed,
    reopened: reopening && { ...reopening.by, at: reopening.at },
  }
}

function restatementOf({ seals, reopening }: PeriodClosing, seal: Seal): Restatement | null {
  const before = seals.at(-1)
  if (!before || !reopening) return null
  const read = ({ parts }: Seal) => publishSealed(parts.figures)
  return {
    period: seal.period,
    version: seal.version,
    reason: reopening.reason,
    changes: figureChanges(read(before), read(seal)),
    code: headCode(seal.head),
  }
}
