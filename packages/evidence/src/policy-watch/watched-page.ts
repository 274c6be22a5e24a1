import { addDays, type CalendarDate, later } from '@wayproof/kernel'
import type { PolicySurface } from '../registers/policy.ts'
import type { PageProof, Unread } from './page-proof.ts'

/** The last look at a page, by whomever: the version it showed, null for another text. */
export interface PageLook {
  readonly checkedOn: CalendarDate
  readonly version: string | null
  /** The version counts as published on the day asked about. */
  readonly accepted: boolean
}

/** A live surface in one of its languages. */
export interface WatchedPage {
  readonly surfaceId: string
  readonly surface: string
  readonly kind: PolicySurface['kind']
  readonly language: string
  /** Null: a person looks. */
  readonly url: string | null
  /** An approved text in this language is there to compare with. */
  readonly comparable: boolean
  readonly look: PageLook | null
  readonly proof: PageProof | null
  /** A fetch is asked for and not yet done. */
  readonly waiting: boolean
}

export type PageStatus = 'in-order' | 'old-version' | 'other-text' | 'stale' | 'never-seen'

/** What the page shows on `today`, when a look counts for `checkDays` days. */
export function pageStatus({ look }: WatchedPage, today: CalendarDate, checkDays: number): PageStatus {
  if (!look) return 'never-seen'
  if (!look.accepted) return look.version === null ? 'other-text' : 'old-version'
  return today > addDays(look.checkedOn, checkDays) ? 'stale' : 'in-order'
}

export interface ManualCheck {
  readonly because: 'no-address' | 'no-text' | Unread
  /** The last day on which the page still counts without; today at the latest when it does not count now. */
  readonly by: CalendarDate
}

/** The look that a person must take because the watcher cannot; null where it can. */
export function manualCheck(page: WatchedPage, today: CalendarDate, checkDays: number): ManualCheck | null {
  const because = whyByHand(page)
  if (!because) return null
  const counts = page.look?.accepted ? addDays(page.look.checkedOn, checkDays) : today
  return { because, by: later(counts, today) }
}

function whyByHand({ url, comparable, proof }: WatchedPage): ManualCheck['because'] | null {
  if (url === null) return 'no-address'
  if (!comparable) return 'no-text'
  const outcome = proof?.outcome ?? 'found'
  return outcome === 'found' || outcome === 'other-text' ? null : outcome
}
