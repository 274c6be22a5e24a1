import type { Id } from '@wayproof/kernel/id'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import type { WhistlePorts } from '../whistle-blowing/ports.ts'
import { type TakeReport, takeReport } from '../whistle-blowing/take-report.ts'
import { countedIds, countedTokens } from './counted-chance.ts'
import { emptyWhistleMemory, memoryWhistleStore } from './memory-whistle-store.ts'
import { movedClock } from './moved-clock.ts'

export const HANDLER: Id = 'handler-1'

/** An anonymous report of an employee, as its form sends it. */
export const writtenReport: TakeReport = {
  formCode: 'form-1',
  reporter: 'staff',
  text: 'A customer list is sold.',
  contact: null,
  locale: 'en',
}

/** A whistle-blowing channel in memory with one case handler, appointed at 09:00 on 2 March 2026 in Shanghai. */
export function whistleFixture() {
  const memory = emptyWhistleMemory()
  const clock = movedClock()
  memory.handlers.set(HANDLER, clock.now())
  const ports: WhistlePorts = {
    reports: memoryWhistleStore(memory),
    clock,
    ids: countedIds('report'),
    tokens: countedTokens(),
    keyring: keyring(new Uint8Array(32).fill(3)),
    timeZone: 'Asia/Shanghai',
  }
  /** Submits a form with a code of its own. */
  const take = async (change: Partial<TakeReport> = {}) => {
    const formCode = `form-${memory.reports.size + 1}`
    const outcome = await takeReport(ports, { ...writtenReport, formCode, ...change })
    if (!outcome.ok) throw new Error(outcome.fault.code)
    return { id: [...memory.reports.keys()].at(-1) ?? '', caseCode: outcome.value.caseCode }
  }
  return { memory, clock, ports, take }
}
