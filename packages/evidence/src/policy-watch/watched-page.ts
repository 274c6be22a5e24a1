import { addDays, type CalendarDate, later } from '@wayproof/kernel/calendar/calendar-date'
import type { PolicySurface } from '../registers/policies/policy-surface.ts'
import type { PageProof, Unread } from './page-proof.ts'

/** The last check of a page, manual or automatic: the version it showed, or null for another text. */
export interface PageLook {
  readonly checkedOn: CalendarDate
  readonly version: string | null
  /** True if the version counts as published on the requested day. */
  readonly accepted: boolean
}

/** A live surface in one of its languages. */
export interface WatchedPage {
  readonly surfaceId: string
  readonly surface: string
  readonly kind: PolicySurface['kind']
  readonly language: string
  /** Null if the page is checked manually. */
  readonly url: string | null
  /** True if an approved text in this language exists for comparison. */
  readonly comparable: boolean
  readonly look: PageLook | null
  readonly proof: PageProof | null
  /** True if a fetch is queued. */
  readonly waiting: boolean
}

export type PageStatus = 'in-order' | 'old-version' | 'other-text' | 'stale' | 'never-seen'

/** Status of the page on `today`; a check counts for `checkDays` days. */
export function pageStatus({ look }: WatchedPage, today: CalendarDate, checkDays: number): PageStatus {
  if (!look) return 'never-seen'
  if (!look.accepted) return look.version === null ? 'other-text' : 'old-version'
  return today > addDays(look.checkedOn, checkDays) ? 'stale' : 'in-order'
}

export interface ManualCheck {
  readonly because: 'no-address' | 'no-text' | Unread
  /** Last day on which the page still counts without a new check; today if it no longer counts. */
  readonly by: CalendarDate
}

/** The manual check that is needed because the page cannot be fetched, or null. */
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
