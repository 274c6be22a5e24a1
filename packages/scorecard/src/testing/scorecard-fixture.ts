import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Ids, Tokens } from '@wayproof/kernel/id'
import { type ClosedPeriod, closePeriod } from '../closing/close-period.ts'
import { freezePeriod } from '../closing/freeze-period.ts'
import type { Freeze, OwningPerson } from '../closing/period-close.ts'
import type { ClosingPorts } from '../closing/ports.ts'
import type { ImprovementPorts } from '../closing/remedies/choose-improvement.ts'
import { sealedScorecard } from '../closing/seals/sealed-scorecard.ts'
import { signScorecard } from '../closing/sign-scorecard.ts'
import { GOALS, OWNERS } from '../goals/goal.ts'
import type { RuleChangePorts } from '../rule-changes/ports.ts'
import type { SamplePorts } from '../sample/ports.ts'
import { memoryActionStore } from './memory/memory-action-store.ts'
import { memoryClosingStore } from './memory/memory-closing-store.ts'
import { memoryFacts } from './memory/memory-facts.ts'
import { memoryImprovements } from './memory/memory-improvements.ts'
import { memoryRuleChanges } from './memory/memory-rule-changes.ts'
import { memorySampleStore } from './memory/memory-sample-store.ts'
import { emptyMemory, type ScorecardMemory } from './memory/scorecard-memory.ts'

/** A half-year that ended before the fixture's first day. */
export const PERIOD = '2025-H2'

const TIME_ZONE = 'Asia/Shanghai'

export interface ScorecardFixture {
  readonly memory: ScorecardMemory
  readonly ports: ClosingPorts & RuleChangePorts & SamplePorts & ImprovementPorts
  setNow(iso: string): void
  /** Sets how far the clock is ahead; null if no reference responds. */
  setClockOffset(milliseconds: number | null): void
}

/** Scorecards in memory at 09:00 on 10 March 2026 in Shanghai. Every goal of every half-year is met. */
export function scorecardFixture(): ScorecardFixture {
  const memory = emptyMemory()
  let now: Instant = Date.parse('2026-03-10T01:00:00Z')
  let offset: number | null = null
  const closing = memoryClosingStore(memory)
  const ports: ScorecardFixture['ports'] = {
    closing,
    actions: memoryActionStore(memory),
    improvements: memoryImprovements(memory),
    changes: memoryRuleChanges(memory),
    samples: memorySampleStore(memory),
    facts: memoryFacts(memory),
    sealed: async (period) => {
      const seal = (await closing.closing(period)).seals.at(-1)
      return seal ? sealedScorecard(seal, TIME_ZONE) : null
    },
    clock: { now: () => now },
    ids: countedIds(),
    tokens: countedTokens(),
    timeZone: TIME_ZONE,
    clockOffset: async () => offset,
  }
  return {
    memory,
    ports,
    setNow: (iso) => {
      now = Date.parse(iso)
    },
    setClockOffset: (milliseconds) => {
      offset = milliseconds
    },
  }
}

function countedIds(): Ids {
  let last = 0
  return {
    next: () => {
      last += 1
      return `id-${last}`
    },
  }
}

function countedTokens(): Tokens {
  let last = 0
  return {
    bytes: (length) => {
      last += 1
      return new Uint8Array(length).fill(last)
    },
  }
}

/** A person whose appointment is confirmed, with an own mailbox by default. */
export const personAt = (id: string, owner: OwningPerson['owner'], mailbox = id): OwningPerson => {
  return { id, name: `${id} name`, owner, mailbox: Buffer.from(mailbox), confirmed: true }
}

export const unconfirmed = (person: OwningPerson): OwningPerson => ({ ...person, confirmed: false })

export const officer = personAt('officer-1', 'privacy-officer')
export const deputy = personAt('officer-2', 'privacy-officer')
export const trainer = personAt('human-resources', 'human-resources')
export const buyer = personAt('procurement', 'procurement')
export const director = personAt('director', null)

/** Records what the half-year needs besides its figures before it can be frozen. */
export async function chooseOne({ ports }: Pick<ScorecardFixture, 'ports'>, period: PeriodKey = PERIOD): Promise<void> {
  const text = { 'zh-CN': '表格更短', en: 'a shorter form' }
  const chosen = { period, text, owner: 'customer-service', chosenAt: ports.clock.now(), chosenBy: 'officer-1 name' }
  await ports.improvements.choose({ ...chosen, id: ports.ids.next() })
}

/** Freezes a half-year that is ready. */
export async function frozen({ ports }: Pick<ScorecardFixture, 'ports'>, period: PeriodKey = PERIOD): Promise<Freeze> {
  const outcome = await freezePeriod(ports, { period, by: officer })
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value
}

/** Signs every goal as its owner; the officer who froze also owns a goal. */
export async function signAll({ ports }: Pick<ScorecardFixture, 'ports'>, { id, period }: Freeze): Promise<void> {
  for (const goal of GOALS) {
    const owner = OWNERS[goal] === officer.owner ? officer : personAt(OWNERS[goal], OWNERS[goal])
    const outcome = await signScorecard(ports, { period, freeze: id, goal, by: owner })
    if (!outcome.ok) throw new Error(outcome.fault.code)
  }
}

/** Freezes, signs and closes a half-year that is ready. */
export async function sealed(
  fixture: Pick<ScorecardFixture, 'ports'>,
  period: PeriodKey = PERIOD,
): Promise<ClosedPeriod> {
  const freeze = await frozen(fixture, period)
  await signAll(fixture, freeze)
  const outcome = await closePeriod(fixture.ports, { period, freeze: freeze.id, by: deputy })
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value
}

/** A fixture whose half-year is ready to be frozen. */
export async function readyFixture(): Promise<ScorecardFixture> {
  const fixture = scorecardFixture()
  await chooseOne(fixture)
  return fixture
}

/** A fixture whose half-year is closed. */
export async function closedFixture(): Promise<ScorecardFixture & { readonly seal: ClosedPeriod }> {
  const fixture = await readyFixture()
  return { ...fixture, seal: await sealed(fixture) }
}

/** The outcome of a use case that refused. */
export const refused = (code: string) => ({ ok: false, fault: { code } })
