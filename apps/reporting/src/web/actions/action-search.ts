import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import {
  ACTION_ORIGINS,
  ACTION_OWNERS,
  type ActionOrigin,
  type ActionOwner,
  isOpenAction,
  isOverdueAction,
} from '@wayproof/oversight/actions/action'
import type { ListedAction } from '@wayproof/oversight/actions/list-actions'

export const SHOWN = ['open', 'overdue', 'closed', 'all'] as const

export type Shown = (typeof SHOWN)[number]

/** The parameters of the address; an invalid one is ignored. */
export interface ActionSearch {
  readonly show?: Shown
  readonly origin?: ActionOrigin
  readonly owner?: ActionOwner
}

export function actionSearch({ show, origin, owner }: Record<string, unknown>): ActionSearch {
  const statusFilter = SHOWN.find((status) => status === show)
  const from = ACTION_ORIGINS.find((actionOrigin) => actionOrigin === origin)
  const of = ACTION_OWNERS.find((actionOwner) => actionOwner === owner)
  return {
    ...(statusFilter ? { show: statusFilter } : {}),
    ...(from ? { origin: from } : {}),
    ...(of ? { owner: of } : {}),
  }
}

export function isShown(show: Shown, action: ListedAction, today: CalendarDate): boolean {
  if (show === 'all') return true
  if (show === 'overdue') return isOverdueAction(action, today)
  return isOpenAction(action) === (show === 'open')
}
