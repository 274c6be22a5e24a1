import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type Edition, MOST_COMMENT_CHARACTERS } from '@wayproof/scorecard/editions/edition'
import { editionFigures } from '@wayproof/scorecard/editions/edition-digest'
import { writeSummary } from '@wayproof/scorecard/write-summary'
import type { EditionDraft } from './compose-edition.ts'
import { issueEdition } from './issue-edition.ts'
import type { IssuePorts } from './ports.ts'

interface Officer {
  readonly id: Id
  readonly name: string
}

export interface DecideEdition {
  readonly id: Id
  readonly by: Officer
  /** Stored with the edition and printed in its letters; empty for none. */
  readonly comment: string
}

/** Sends an edition that waits for approval. Faults `edition-unknown`, `edition-ended`, `comment-too-long`. */
export const approveEdition = (ports: IssuePorts, command: DecideEdition) => decide(ports, command, 'awaiting-approval')

/** Sends a held edition with its gaps. Faults as above. */
export const releaseEdition = (ports: IssuePorts, command: DecideEdition) => decide(ports, command, 'held')

async function decide(
  ports: IssuePorts,
  { id, by, comment }: DecideEdition,
  state: 'awaiting-approval' | 'held',
): Promise<Outcome<{ readonly people: number }>> {
  const edition = await ports.editions.find(id)
  if (!edition) return fail('edition-unknown')
  if (edition.state !== state) return fail('edition-ended')
  if ([...comment].length > MOST_COMMENT_CHARACTERS) return fail('comment-too-long')
  const release = state === 'held' ? 'as-is' : 'approved'
  return issueEdition(ports, edition, { release, by, comment: comment === '' ? null : comment })
}

export interface SentNow {
  /** Number of new letters. */
  readonly letters: number
  /** When the same figures were sent before, and to how many people; null if they were not. */
  readonly already: { readonly at: Instant; readonly people: number } | null
}

/** Sends the summary of a half-year now. Figures that were sent before go only to readers who did not get them. */
export async function sendNow(
  ports: IssuePorts,
  { period, by }: { readonly period: PeriodKey; readonly by: Officer },
): Promise<Outcome<SentNow>> {
  const { editions } = ports
  const summary = await writeSummary(ports, { period })
  if (!summary.ok) return summary
  const { digest } = editionFigures(summary.value)
  const same = (await editions.list()).filter((edition) => isSame(edition, period, digest))
  const got = new Set((await Promise.all(same.map(({ id }) => editions.ledger(id)))).flat().map(({ userId }) => userId))
  const readers = (await editions.readers()).filter(({ id }) => !got.has(id))
  const [latest] = same
  const already = latest ? { at: latest.endedAt ?? latest.openedAt, people: got.size } : null
  if (readers.length === 0) return ok({ letters: 0, already })
  const outcome = await issueEdition(ports, draftNow(ports, period), { release: 'officer', by, comment: null, readers })
  return outcome.ok ? ok({ letters: outcome.value.people, already }) : outcome
}

const isSame = (edition: Edition, period: PeriodKey, digest: string): boolean =>
  edition.period === period && edition.state === 'sent' && edition.digest === digest

/** Drafts an edition that an officer sends by hand; its own ID is its occasion, so another one can follow. */
export function draftNow({ ids, clock, timeZone }: IssuePorts, period: PeriodKey): EditionDraft {
  const id = ids.next()
  const openedAt = clock.now()
  const dueOn = dateAt(openedAt, timeZone)
  return { id, kind: 'now', period, occasion: id, dueOn, dueBecause: 'officer', openedAt, heldAt: null, sendsOn: null }
}
