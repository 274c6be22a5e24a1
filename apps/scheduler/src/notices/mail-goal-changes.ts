import type { Owner } from '@wayproof/accounts/accounts/person'
import { ROLE_OF } from '@wayproof/accounts/accounts/person'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { mailGoalChanges as mail } from '@wayproof/letters/goal-changes/mail-goal-changes'
import type { CalendarPorts } from '../scheduler-ports.ts'

/** Looks at the goals once a day, and mails those that have changed and stayed so. */
export async function mailGoalChanges({ store, rules, clock, timeZone, webHook, log }: CalendarPorts): Promise<void> {
  const programmeStart = (await store.organisation.get())?.programmeStart
  if (programmeStart === undefined) return
  const people = await store.deadlines.people(timeZone)
  const peopleOf = async (owner: Owner) => people.filter(({ role }) => role === ROLE_OF[owner])
  const { sealed, closing, editions, goalWatches } = store
  const ports = { facts: store.facts(rules), sealed, closing, editions, goalWatches }
  const letters = await mail({ ...ports, peopleOf, clock, timeZone, programmeStart })
  if (letters === 0) return
  log({ event: 'goal-changes-mailed', letters })
  const message = { kind: 'goals', count: 1, due: null, path: '/scorecard' } as const
  const now = clock.now()
  if (webHook) await store.hook.post({ ...message, dedupeKey: `goals:${dateAt(now, timeZone)}` }, now)
}
