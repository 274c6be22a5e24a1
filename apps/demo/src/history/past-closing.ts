import { ownerOf } from '@wayproof/accounts/accounts/person'
import { addDays, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { actionDone, pastImprovements, pastRemedies } from '@wayproof/sample-company/past'
import { buildScorecard } from '@wayproof/scorecard/build-scorecard'
import { closePeriod } from '@wayproof/scorecard/closing/close-period'
import { freezePeriod } from '@wayproof/scorecard/closing/freeze-period'
import { chooseImprovement } from '@wayproof/scorecard/closing/remedies/choose-improvement'
import { decideRemedy, recordOutcome } from '@wayproof/scorecard/closing/remedies/decide-remedy'
import { signScorecard } from '@wayproof/scorecard/closing/sign-scorecard'
import { GOALS, OWNERS } from '@wayproof/scorecard/goals/goal'
import { closingPorts, done, type Past } from './open-past.ts'
import { acting, as, type PastPeople } from './past-people.ts'

const DAYS_FOR_REMEDY = 100

/** The improvement of a half-year, from its number among the past ones. */
const improvementOf = (number: number) => pastImprovements[number % pastImprovements.length] ?? { 'zh-CN': '', en: '' }

/**
 * Closes a half-year: an improvement, actions on missed goals, the outcomes promised before, the owners' signatures, the
 * seal and the public report. The actions of earlier half-years are done by then.
 */
export async function closeHalf(
  past: Past,
  { officer, deputy, owners }: PastPeople,
  period: PeriodKey,
  number: number,
): Promise<void> {
  const { store, clock, ids, timeZone } = past
  const ports = closingPorts(past)
  const today = dateAt(clock.now(), timeZone)
  const by = officer.name
  await as(past, officer, async () => {
    for (const { id, outcome, period: agreedIn } of await store.actionList.list())
      if (agreedIn < period && outcome?.state !== 'done') {
        const recordedAt = outcome?.recordedAt ?? null
        const recorded = { action: id, state: 'done' as const, text: actionDone, by, seen: recordedAt, owner: null }
        done(await recordOutcome(ports, recorded))
      }
    const chosen = { period, text: improvementOf(number), owner: 'customer-service', by }
    done(await chooseImprovement({ closing: store.closing, improvements: store.improvements, clock, ids }, chosen))
    for (const { goal, status } of done(await buildScorecard(ports, { period })).verdicts) {
      const words = pastRemedies[goal]
      if (status !== 'red' || !words) continue
      done(await decideRemedy(ports, { period, goal, ...words, dueOn: addDays(today, DAYS_FOR_REMEDY), by }))
    }
  })
  const freeze = done(
    await as(past, officer, async () => freezePeriod(ports, { period, by: await acting(past, officer) })),
  )
  for (const goal of GOALS) {
    const owner = owners.find(({ role }) => ownerOf(role) === OWNERS[goal])
    if (!owner) throw new Error(`nobody answers for ${goal}`)
    await as(past, owner, async () => {
      const signer = { ...(await acting(past, owner)), owner: OWNERS[goal] }
      return done(await signScorecard(ports, { period, freeze: freeze.id, goal, by: signer }))
    })
  }
  const closing = { period, freeze: freeze.id }
  done(await as(past, deputy, async () => closePeriod(ports, { ...closing, by: await acting(past, deputy) })))
  const report = { id: ids.next(), period, at: clock.now(), by }
  await as(past, officer, () => store.publicReports.publish(report))
}
