import { addDays, dateAt, type PeriodKey } from '@wayproof/kernel'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import {
  type ClosingPorts,
  chooseImprovement,
  closePeriod,
  decideRemedy,
  freezePeriod,
  GOALS,
  OWNERS,
  type OwningPerson,
  signScorecard,
} from '@wayproof/scorecard'
import { timeZone } from './company.ts'
import type { EditionCompany } from './edition-company.ts'

/** Freezes, signs and closes a half-year, with everything it still needs. */
export async function closeHalfYear(
  { store, clock, rules }: Pick<EditionCompany, 'store' | 'clock' | 'rules'>,
  period: PeriodKey,
) {
  const { closing, actions, sealed, improvements } = store
  const shared = { clock, ids: systemIds, tokens: systemTokens, timeZone }
  const ports: ClosingPorts = {
    ...shared,
    closing,
    actions,
    sealed,
    facts: store.facts(rules),
    clockOffset: async () => null,
  }
  const person = (name: string, owner: OwningPerson['owner']): OwningPerson => {
    return { id: name, name, owner, mailbox: Buffer.from(name), confirmed: true }
  }
  const text = { 'zh-CN': '表格更短', en: 'a shorter form' }
  await chooseImprovement({ ...shared, closing, improvements }, { period, text, owner: 'customer-service', by: 'Lin' })
  const words = { note: 'n', action: 'a', effect: 'e', dueOn: addDays(dateAt(clock.now(), timeZone), 100), by: 'Lin' }
  await decideRemedy(ports, { period, goal: 'customer-satisfaction', ...words })
  const frozen = await freezePeriod(ports, { period, by: person('first', 'privacy-officer') })
  if (!frozen.ok) throw new Error(JSON.stringify(frozen.fault))
  const freeze = frozen.value.id
  for (const goal of GOALS) await signScorecard(ports, { period, freeze, goal, by: person(OWNERS[goal], OWNERS[goal]) })
  const closed = await closePeriod(ports, { period, freeze, by: person('second', 'privacy-officer') })
  if (!closed.ok) throw new Error(JSON.stringify(closed.fault))
}
