import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { periodKey, periodOf } from '@wayproof/kernel/calendar/period'
import type { Clock } from '@wayproof/kernel/clock'
import type { Id, Ids } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { ActionChange, ActionText, AgreedAction, FindingKind } from './action.ts'
import type { ActionListStore } from './action-list-store.ts'

export interface AgreeActionPorts {
  readonly actionList: Pick<ActionListStore, 'agreed' | 'add' | 'change'>
  readonly clock: Clock
  readonly ids: Ids
  readonly timeZone: string
}

export interface AgreeAction extends ActionText {
  readonly origin: FindingKind
  readonly originId: string
  /** Name of the officer. */
  readonly by: string
}

/** The half-year to which an action belongs that is agreed on a day. It runs, so it is not frozen. */
export const halfYearOfAction = (day: CalendarDate): string => periodKey(periodOf('half-year', day))

/** Agrees an action because of an open finding. Faults: `due-date-past`, `finding-unknown`. */
export async function agreeAction(
  { actionList, clock, ids, timeZone }: AgreeActionPorts,
  { by, ...agreed }: AgreeAction,
): Promise<Outcome<Id>> {
  const agreedAt = clock.now()
  const today = dateAt(agreedAt, timeZone)
  if (agreed.dueOn <= today) return fail('due-date-past')
  const action: AgreedAction = { ...agreed, id: ids.next(), period: halfYearOfAction(today), agreedAt, agreedBy: by }
  const added = await actionList.add(action)
  return added.ok ? ok(action.id) : added
}

/** Changes an agreed action until its half-year is frozen. A due day that has passed may stay. */
export async function changeAction(
  { actionList, clock, timeZone }: Omit<AgreeActionPorts, 'ids'>,
  change: ActionChange,
): Promise<Outcome<null>> {
  const before = await actionList.agreed(change.id)
  if (!before) return fail('action-unknown')
  const at = clock.now()
  if (change.dueOn !== before.dueOn && change.dueOn <= dateAt(at, timeZone)) return fail('due-date-past')
  return actionList.change(change, at)
}
