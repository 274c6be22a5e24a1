import { randomUUID } from 'node:crypto'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { fillRegisters } from '@wayproof/evidence/testing/sample-registers'
import { startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import { systemTokens } from '@wayproof/kernel/system'
import { actionStore } from '@wayproof/oversight/actions/action-store'
import { improvementStore } from '@wayproof/survey/improvements/improvement-store'
import { holdWave } from '@wayproof/survey/testing/hold-wave'
import { buildScorecard } from '../../build-scorecard.ts'
import { factSource } from '../../facts/fact-source.ts'
import { GOALS, OWNERS } from '../../goals/goal.ts'
import { RULES } from '../../rules.ts'
import { type ClosedPeriod, closePeriod } from '../close-period.ts'
import { closingStore } from '../closing-store.ts'
import { freezePeriod } from '../freeze-period.ts'
import { missingSteps } from '../missing-steps.ts'
import type { Freeze, OwningPerson } from '../period-close.ts'
import type { ClosingPorts } from '../ports.ts'
import { decideRemedy } from '../remedies/decide-remedy.ts'
import { sealedScorecard } from '../seals/sealed-scorecard.ts'
import { signScorecard } from '../sign-scorecard.ts'

const timeZone = 'Asia/Shanghai'

/** A person with their own mailbox, whose appointment is confirmed. */
export const person = (id: string, name: string, owner: OwningPerson['owner']): OwningPerson => {
  return { id, name, owner, mailbox: Buffer.from(id), confirmed: true }
}

export const FIRST = person('officer-1', 'Lin', 'privacy-officer')
export const SECOND = person('officer-2', 'Ma', 'privacy-officer')
/** The person responsible for each goal. */
export const OWNING: readonly OwningPerson[] = GOALS.map((goal) =>
  goal === 'policy-publication' ? FIRST : person(OWNERS[goal], `${OWNERS[goal]} owner`, OWNERS[goal]),
)

export interface ClosingWorld {
  readonly database: StoreDatabase
  readonly ports: ClosingPorts
  setToday(day: string): void
  setOffset(milliseconds: number | null): void
}

/** The sample company on a day, with a clock that the test sets. 2025-H2 lacks nothing but the additions of `ready`. */
export async function closingWorld(today = '2026-03-10'): Promise<ClosingWorld> {
  const database = await openTestDatabase()
  await fillRegisters(database)
  const answers = Array.from({ length: 50 }, (_, i) => ({ overall: i < 45 ? '5' : '2' }))
  await holdWave(database, { period: '2025-H2', minimumForStatus: 30 }, answers)
  let now = startOfDay(today, timeZone)
  let offset: number | null = null
  const clock = { now: () => ++now }
  const closing = closingStore(database, { ids: { next: () => randomUUID() }, timeZone })
  const ports: ClosingPorts = {
    facts: factSource(database, { timeZone, rules: RULES }),
    sealed: async (period) => {
      const seal = (await closing.closing(period)).seals.at(-1)
      return seal ? sealedScorecard(seal, timeZone) : null
    },
    closing,
    actions: actionStore(database),
    clock,
    ids: { next: () => randomUUID() },
    tokens: systemTokens,
    timeZone,
    clockOffset: async () => offset,
  }
  return {
    database,
    ports,
    setToday: (day) => {
      now = startOfDay(day, timeZone)
    },
    setOffset: (milliseconds) => {
      offset = milliseconds
    },
  }
}

/** Chooses an improvement, and remedies for the goals that need one. */
export async function ready({ database, ports }: ClosingWorld, period = '2025-H2'): Promise<void> {
  const text = { 'zh-CN': '表格更短', en: 'a shorter form' }
  const chosen = { owner: 'customer-service', chosenAt: 1, chosenBy: 'Lin' }
  await improvementStore(database).choose({ id: randomUUID(), period, text, ...chosen })
  const scorecard = await buildScorecard(ports, { period })
  if (!scorecard.ok) throw new Error(scorecard.fault.code)
  for (const { goal } of missingSteps(scorecard.value, await ports.actions.actions(period), null)) {
    if (goal === null) continue
    const words = { note: 'too late', action: 'start earlier', effect: 'all of them', by: 'Lin' }
    const decided = await decideRemedy(ports, { period, goal, dueOn: '2029-06-30', ...words })
    if (!decided.ok) throw new Error(decided.fault.code)
  }
}

export async function frozen(world: ClosingWorld, period = '2025-H2'): Promise<Freeze> {
  const outcome = await freezePeriod(world.ports, { period, by: FIRST })
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value
}

export async function signAll({ ports }: ClosingWorld, { id, period }: Freeze): Promise<void> {
  for (const [i, goal] of GOALS.entries()) {
    const signed = await signScorecard(ports, { period, freeze: id, goal, by: OWNING[i] ?? FIRST })
    if (!signed.ok) throw new Error(signed.fault.code)
  }
}

/** Freezes, signs and closes. */
export async function sealed(world: ClosingWorld, period = '2025-H2'): Promise<ClosedPeriod> {
  const freeze = await frozen(world, period)
  await signAll(world, freeze)
  const outcome = await closePeriod(world.ports, { period, freeze: freeze.id, by: SECOND })
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value
}

/** The company with 2025-H2 ready to be frozen. */
export async function readyWorld(): Promise<ClosingWorld> {
  const world = await closingWorld()
  await ready(world)
  return world
}

/** The only partial audit becomes a full one. */
export const completeAudit = ({ database }: ClosingWorld) =>
  database.write((query) => query.run('UPDATE partner_audit SET full_scope = true'))
