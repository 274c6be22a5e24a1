import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Clock } from '@wayproof/kernel/clock'
import { type Action, type ActionOwner, isOpenAction } from './action.ts'
import type { ActionListStore } from './action-list-store.ts'

export interface ListActionsPorts {
  readonly actionList: Pick<ActionListStore, 'list' | 'ownersInOffice'>
  readonly clock: Clock
  readonly timeZone: string
}

/** An action in the list of a reader. */
export interface ListedAction extends Action {
  /** False if nobody holds the owner's role; the officers then follow it up. */
  readonly isOwnerInOffice: boolean
  readonly isMine: boolean
}

/** All actions: open ones first, those due first before the others. `owner`: the reader's office. */
export async function listActions(
  { actionList, clock, timeZone }: ListActionsPorts,
  owner: ActionOwner | null,
): Promise<{ readonly today: string; readonly actions: readonly ListedAction[] }> {
  const inOffice = await actionList.ownersInOffice()
  const rank = (action: Action) => `${isOpenAction(action) ? 0 : 1} ${action.dueOn} ${action.id}`
  const listed = (await actionList.list()).map((action): ListedAction => {
    const isOwnerInOffice = inOffice.includes(action.owner)
    const responsible = isOwnerInOffice ? action.owner : 'privacy-officer'
    return { ...action, isOwnerInOffice, isMine: responsible === owner }
  })
  return { today: dateAt(clock.now(), timeZone), actions: listed.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)) }
}
