import type { CalendarDate, Clock, Ids, Instant } from '@wayproof/kernel'
import type { PageProof, Unread } from './page-proof.ts'
import type { PolicyText } from './policy-match.ts'
import type { WatchedPage } from './watched-page.ts'

/** How many days a version counts after the next came into force, and a look after it was taken. */
export interface PolicyTerms {
  readonly graceDays: number
  readonly checkDays: number
}

/** A fetch in a scheduler's hands until its lease ends. */
export interface ClaimedPage {
  readonly surfaceId: string
  readonly language: string
  readonly url: string
  readonly fence: number
}

export interface ApprovedText {
  readonly language: string
  readonly addedAt: Instant
  /** A user's name. */
  readonly addedBy: string
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  readonly digest: string
  /** A page was found to show it: it stays as it is. */
  readonly proven: boolean
}

export interface ApprovedVersion {
  readonly version: string
  readonly approvedOn: CalendarDate
  /** From which day it is in force. */
  readonly inForceOn: CalendarDate
  readonly texts: readonly ApprovedText[]
}

export interface NewPolicyText extends PolicyText {
  readonly language: string
  readonly at: Instant
  readonly by: string
}

export interface PolicyWatchStore {
  /** Live surfaces in scope on the day, one entry a language, by name. */
  pages(asOf: CalendarDate, terms: PolicyTerms): Promise<readonly WatchedPage[]>
  /** Puts pages up for fetching; those that wait already wait on. */
  plan(pages: readonly Pick<ClaimedPage, 'surfaceId' | 'language' | 'url'>[], at: Instant): Promise<void>
  /** The page that waits longest and is in nobody's hands; null when there is none. */
  claim(now: Instant, leaseUntil: Instant): Promise<ClaimedPage | null>
  /** Approved texts of a language on the day: that in force first, then later and earlier ones. */
  texts(language: string, asOf: CalendarDate): Promise<readonly PolicyText[]>
  /** Keeps the proof with the page's bytes, and takes the page off the list. False when another took the claim over. */
  saveProof(claim: ClaimedPage, proof: PageProof, bytes: Uint8Array | null): Promise<boolean>
  /** Newest first, at most `limit`; whether the bytes are still kept. */
  proofs(
    surfaceId: string,
    language: string,
    limit: number,
  ): Promise<readonly (PageProof & { readonly kept: boolean })[]>
  /** The bytes of a page by their digest; null when they are not kept. */
  bytes(digest: string): Promise<Uint8Array | null>
  /** Newest first. */
  versions(): Promise<readonly ApprovedVersion[]>
  text(version: string, language: string): Promise<string | null>
  addText(added: NewPolicyText): Promise<'added' | 'version-unknown' | 'text-proven'>
}

/** What came of asking for a page. */
export interface Fetched {
  readonly connectedTo: string | null
  readonly status: number | null
  readonly contentType: string | null
  readonly redirectedTo: string | null
  /** Null where there is a fault. */
  readonly page: { readonly bytes: Uint8Array; readonly digest: string } | null
  readonly fault: Unread | null
}

/** Reads a public page once, asking for it in a language. */
export type FetchPage = (url: string, language: string) => Promise<Fetched>

export interface PolicyWatchPorts {
  readonly policies: PolicyWatchStore
  readonly clock: Clock
  readonly ids: Ids
  /** The organisation's, as an IANA name. */
  readonly timeZone: string
  readonly policyTerms: PolicyTerms
}
