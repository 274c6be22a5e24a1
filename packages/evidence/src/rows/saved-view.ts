import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { RegisterId } from '../register.ts'
import type { ListSearch } from './list-search.ts'

/** A search of a list that a person has named. */
export interface SavedView {
  readonly id: Id
  readonly name: string
  readonly search: ListSearch
}

export interface SavedViewPlace {
  readonly userId: Id
  readonly register: RegisterId
}

export interface SavedViewStore {
  /** Oldest first. */
  list(place: SavedViewPlace): Promise<readonly SavedView[]>
  /** Faults `view-name-taken`, `too-many-views`. */
  save(place: SavedViewPlace, view: SavedView & { readonly at: Instant }): Promise<Outcome<null>>
  /** Faults `view-unknown`, `view-name-taken`. */
  rename(userId: Id, view: Pick<SavedView, 'id' | 'name'>): Promise<Outcome<null>>
  /** Fault `view-unknown`, also for a view of another person. */
  remove(userId: Id, id: Id): Promise<Outcome<null>>
}

export const MOST_SAVED_VIEWS = 20
export const MAX_VIEW_NAME = 60

/** The form in which two names of views are compared. */
export const foldedName = (name: string): string => name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()

/** Says whether a view with this name may join the others. Faults `view-name-taken`, `too-many-views`. */
export function admitView(others: readonly Pick<SavedView, 'name'>[], name: string): Outcome<null> {
  if (others.some((other) => foldedName(other.name) === foldedName(name))) return fail('view-name-taken')
  return others.length >= MOST_SAVED_VIEWS ? fail('too-many-views') : ok(null)
}
