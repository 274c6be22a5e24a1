import { addDays, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { closePeriod } from '@wayproof/scorecard/closing/close-period'
import { freezePeriod } from '@wayproof/scorecard/closing/freeze-period'
import type { OwningPerson } from '@wayproof/scorecard/closing/period-close'
import type { ClosingPorts } from '@wayproof/scorecard/closing/ports'
import { chooseImprovement } from '@wayproof/scorecard/closing/remedies/choose-improvement'
import { decideRemedy } from '@wayproof/scorecard/closing/remedies/decide-remedy'
import { signScorecard } from '@wayproof/scorecard/closing/sign-scorecard'
import { GOALS, OWNERS } from '@wayproof/scorecard/goals/goal'
import { timeZone } from './company.ts'
import type { EditionCompany } from './edition-company.ts'

type Closing = Pick<EditionCompany, 'store' | 'clock' | 'rules'>

function closingPorts({ store, clock, rules }: Closing): ClosingPorts {
  const { closing, actions, sealed } = store
  const machine = { clock, ids: systemIds, tokens: systemTokens, timeZone }
  return { ...machine, closing, actions, sealed, facts: store.facts(rules), clockOffset: async () => null }
}

const person = (name: string, owner: OwningPerson['owner']): OwningPerson => {
  return { id: name, name, owner, mailbox: Buffer.from(name), confirmed: true }
}

/** Freezes a half-year, with everything it still needs. Returns the id of the freeze. */
export async function freezeHalfYear(company: Closing, period: PeriodKey): Promise<string> {
  const { improvements } = company.store
  const ports = closingPorts(company)
  const text = { 'zh-CN': '表格更短', en: 'a shorter form' }
  await chooseImprovement({ ...ports, improvements }, { period, text, owner: 'customer-service', by: 'Lin' })
  const dueOn = addDays(dateAt(ports.clock.now(), timeZone), 100)
  const words = { note: 'n', action: 'a', effect: 'e', dueOn, by: 'Lin' }
  await decideRemedy(ports, { period, goal: 'customer-satisfaction', ...words })
  const frozen = await freezePeriod(ports, { period, by: person('first', 'privacy-officer') })
  if (!frozen.ok) throw new Error(JSON.stringify(frozen.fault))
  return frozen.value.id
}

/** Freezes, signs and closes a half-year. */
export async function closeHalfYear(company: Closing, period: PeriodKey): Promise<void> {
  const ports = closingPorts(company)
  const freeze = await freezeHalfYear(company, period)
  for (const goal of GOALS) await signScorecard(ports, { period, freeze, goal, by: person(OWNERS[goal], OWNERS[goal]) })
  const closed = await closePeriod(ports, { period, freeze, by: person('second', 'privacy-officer') })
  if (!closed.ok) throw new Error(JSON.stringify(closed.fault))
}
