import { ownerOf } from '@wayproof/accounts/accounts/person'
import { addDays, addMonths, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { isOverdueAction } from '@wayproof/oversight/actions/action'
import { meetingDay } from '@wayproof/oversight/meetings/meeting'
import { actionDone, meetingGuests, pastMeetings, stillUnderWay } from '@wayproof/sample-company/past'
import { recordOutcome } from '@wayproof/scorecard/closing/remedies/decide-remedy'
import { listOffTargetGoals } from '@wayproof/scorecard/list-off-target-goals'
import { closingPorts, done, type Past } from './open-past.ts'
import { as, type PastPeople } from './past-people.ts'

const MONTHS_BETWEEN = 3
const DAYS_FOR_ACTION = 75
/** A resolution, and one that becomes an action. */
const DECISIONS = 2
/** The action of every third meeting is late once. */
const LATE_EVERY = 3

/** Plans the first privacy meeting; each of the later ones is planned in the minutes of the one before. */
export async function planFirst(past: Past, { officer }: PastPeople, plannedOn: string): Promise<void> {
  const { store, clock } = past
  done(await as(past, officer, () => store.meetings.plan({ plannedOn, at: clock.now(), by: officer.name })))
}

/** Holds the planned privacy meeting today: outcomes of actions that are due, decisions, and finished minutes. */
export async function holdPlanned(past: Past, people: PastPeople, start: string): Promise<void> {
  const { store, clock, timeZone } = past
  const { officer, deputy, chief } = people
  const { meetings } = store
  const today = dateAt(clock.now(), timeZone)
  const all = await meetings.list()
  await reportOutcomes(past, people, today, all.length % LATE_EVERY === 0)
  const planned = all.find(({ heldOn }) => heldOn === null)
  const words = pastMeetings[(all.length - 1) % pastMeetings.length]
  if (!planned || !words || meetingDay(planned) !== today) throw new Error(`no meeting is planned for ${today}`)
  const { id } = planned
  const by = officer.name
  await as(past, officer, async () => {
    const goals = await listOffTargetGoals(closingPorts(past), { start })
    done(await meetings.hold({ id, seen: planned.revision, heldOn: today, goals, at: clock.now() }))
    done(await meetings.decide({ meetingId: id, text: words.resolution, action: null, at: clock.now(), by }))
    const { owner, effect } = words
    const action = { owner, effect, dueOn: addDays(today, DAYS_FOR_ACTION) }
    done(await meetings.decide({ meetingId: id, text: words.action, action, at: clock.now(), by }))
    const minutes = {
      ...{ id, notes: words.notes, nextOn: addMonths(today, MONTHS_BETWEEN) },
      ...{ users: [officer.id, deputy.id, chief.id], others: meetingGuests },
    }
    done(await meetings.saveMinutes({ ...minutes, seen: planned.revision + 1, at: clock.now() }))
    const seen = planned.revision + 2
    done(await meetings.finish({ id, seen, decisions: DECISIONS, at: clock.now(), by }))
  })
}

/**
 * The owners record the outcomes of the actions that are due; with `isFirstLate` those of meetings are late once, and done
 * at the next call.
 */
export async function reportOutcomes(
  past: Past,
  { owners }: PastPeople,
  today: string,
  isFirstLate: boolean,
): Promise<void> {
  const due = (await past.store.actionList.list()).filter((action) => isOverdueAction(action, today))
  for (const action of due) {
    const owner = owners.find(({ role }) => ownerOf(role) === action.owner)
    if (!owner) throw new Error(`nobody answers for ${action.owner}`)
    const isLate = isFirstLate && action.origin === 'meeting' && action.outcome === null
    const outcome = pastMeetings.find((words) => words.action === action.text)?.outcome ?? actionDone
    const result = isLate
      ? ({ state: 'under-way', text: stillUnderWay } as const)
      : { state: 'done' as const, text: outcome }
    const recorded = { ...result, action: action.id, by: owner.name, owner: action.owner }
    const recordedAt = action.outcome?.recordedAt ?? null
    done(await as(past, owner, () => recordOutcome(closingPorts(past), { ...recorded, seen: recordedAt })))
  }
}
