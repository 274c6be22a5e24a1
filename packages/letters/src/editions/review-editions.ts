import type { Owner } from '@wayproof/accounts/accounts/person'
import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { firstDay, nextPeriod, type PeriodKey, periodKey, periodOf } from '@wayproof/kernel/calendar/period'
import { workingDaysAfter } from '@wayproof/kernel/calendar/working-day'
import type { Edition, EditionKind, Release } from '@wayproof/scorecard/editions/edition'
import { dueUnder, type EditionDue, halfYearEditions, runningEditions } from '@wayproof/scorecard/editions/edition-due'
import { type EditionSettings, HOLD_WORKING_DAYS } from '@wayproof/scorecard/editions/edition-settings'
import type { EditionNoticeData } from '../letter/letter.ts'
import type { PostedLetter } from '../outbox/outbox.ts'
import { composeEdition, type EditionDraft } from './compose-edition.ts'
import type { EditionReader } from './edition-store.ts'
import { readHalfYearDates } from './half-year-dates.ts'
import { issueEdition } from './issue-edition.ts'
import type { EditionPorts } from './ports.ts'

/** Result of reviewing one edition. */
export interface ReviewedEdition extends Pick<EditionDue, 'kind' | 'period' | 'occasion'> {
  readonly outcome: 'held' | 'awaiting-approval' | 'superseded' | 'postponed' | Release
}

interface Look {
  readonly today: CalendarDate
  readonly settings: EditionSettings
  readonly localHolidays: readonly CalendarDate[]
}

/**
 * Sends due editions, holds incomplete ones, and sends held ones once complete: each edition once, however many
 * schedulers run and however long none ran. The first run of an installation only records the day.
 */
export async function reviewEditions(ports: EditionPorts, start: CalendarDate): Promise<readonly ReviewedEdition[]> {
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const { settings, since, savedAt } = await ports.editions.schedule()
  if (since === null) {
    await ports.editions.begin(today)
    return []
  }
  const { localHolidays } = await ports.survey.programme()
  const look = { today, settings, localHolidays }
  const savedOn = savedAt === null ? null : dateAt(savedAt, ports.timeZone)
  const dueOf = (planned: readonly EditionDue[]) =>
    planned.flatMap((editionDue) => {
      const dueEdition = editionDue.dueOn < since ? null : dueUnder(editionDue, savedOn)
      return dueEdition && dueEdition.dueOn <= today ? [dueEdition] : []
    })
  const period = periodOf('half-year', today)
  const reviewed: ReviewedEdition[] = []
  for (let half = periodOf('half-year', start); firstDay(half) < firstDay(period); half = nextPeriod(half)) {
    const dates = await readHalfYearDates(ports, half)
    // An older half-year can still get its sealed edition, and no other.
    if (dates.closedOn === null && firstDay(nextPeriod(nextPeriod(half))) < firstDay(period)) continue
    reviewed.push(...(await reviewPeriod(ports, look, periodKey(half), dueOf(halfYearEditions(dates, settings)))))
  }
  const planned = runningEditions(today, settings, localHolidays)
  return [...reviewed, ...(await reviewPeriod(ports, look, periodKey(period), dueOf(planned)))]
}

/** A kind of higher rank supersedes those below it. */
const RANKS: Readonly<Record<EditionKind, number>> = {
  preliminary: 0,
  monthly: 0,
  quarterly: 0,
  now: 0,
  record: 1,
  sealed: 2,
}

/** `due` holds the due editions of a half-year in order; a later one supersedes the earlier ones. */
async function reviewPeriod(
  ports: EditionPorts,
  look: Look,
  period: PeriodKey,
  dueEditions: readonly EditionDue[],
): Promise<readonly ReviewedEdition[]> {
  const editions = (await ports.editions.list()).filter((edition) => edition.period === period)
  const dueEdition = dueEditions.at(-1)
  const reviewed: ReviewedEdition[] = []
  for (const edition of editions.filter(isWaiting))
    reviewed.push(...(await reviewWaiting(ports, look, edition, dueEdition)))
  const passed = (edition: Edition) => dueEdition && (isOf(edition, dueEdition) || isBefore(dueEdition, edition))
  if (dueEdition && !editions.some(passed)) reviewed.push(await begin(ports, look, dueEdition))
  return reviewed
}

const isWaiting = ({ kind, state }: Edition): boolean =>
  kind !== 'now' && (state === 'held' || state === 'awaiting-approval')

const isBefore = (first: Pick<Edition, 'kind'>, second: Pick<Edition, 'kind'>): boolean =>
  RANKS[first.kind] < RANKS[second.kind]

const isOf = (edition: Pick<EditionDue, 'kind' | 'occasion'>, due: Pick<EditionDue, 'kind' | 'occasion'>): boolean =>
  edition.kind === due.kind && edition.occasion === due.occasion

async function reviewWaiting(
  ports: EditionPorts,
  look: Look,
  edition: Edition,
  dueEdition: EditionDue | undefined,
): Promise<readonly ReviewedEdition[]> {
  const { editions, clock } = ports
  const isDue = dueEdition !== undefined && isOf(edition, dueEdition)
  if (dueEdition && !isDue && !isBefore(dueEdition, edition)) {
    await editions.supersede(edition.id, clock.now())
    return [reviewedAs(edition, 'superseded')]
  }
  if (edition.state === 'awaiting-approval')
    // Approval is off, so it was switched off since.
    return look.settings.approval ? [] : [await send(ports, edition, unapproved(edition))]
  if (isDue) return reviewHeld(ports, look, edition)
  // Its date moved into the future, for example because a wave opened late.
  await editions.postpone(edition.id)
  return [reviewedAs(edition, 'postponed')]
}

const unapproved = ({ heldAt, reasons }: Edition): Release =>
  heldAt === null ? 'on-time' : reasons.length > 0 ? 'automatic' : 'mended'

async function begin(ports: EditionPorts, look: Look, { because, ...due }: EditionDue): Promise<ReviewedEdition> {
  const openedAt = ports.clock.now()
  const ahead = { id: ports.ids.next(), ...due, dueBecause: because, openedAt, heldAt: null, sendsOn: null }
  const reasons = due.kind === 'record' ? await reasonsOf(ports, ahead) : []
  const isHeld = reasons.length > 0
  if (!isHeld && !look.settings.approval) return send(ports, ahead, 'on-time')
  const sendsOn = isHeld ? workingDaysAfter(look.today, HOLD_WORKING_DAYS, look.localHolidays) : null
  const state = isHeld ? 'held' : 'awaiting-approval'
  const edition = { ...ahead, state, reasons, heldAt: isHeld ? openedAt : null, sendsOn } as const
  const notices = editionNotices(edition, isHeld ? 'held' : 'awaits', await ports.editions.readers())
  await ports.editions.open(edition, notices)
  return reviewedAs(due, state)
}

async function reviewHeld(ports: EditionPorts, look: Look, edition: Edition): Promise<readonly ReviewedEdition[]> {
  const { editions, clock } = ports
  const reasons = await reasonsOf(ports, edition)
  const over = edition.sendsOn !== null && edition.sendsOn <= look.today
  if (reasons.length > 0 && !over) {
    if (JSON.stringify(reasons) !== JSON.stringify(edition.reasons)) await editions.keepReasons(edition.id, reasons)
    return []
  }
  if (!look.settings.approval) return [await send(ports, edition, over && reasons.length > 0 ? 'automatic' : 'mended')]
  const notices = editionNotices({ ...edition, reasons }, 'awaits', await editions.readers())
  await editions.awaitApproval(edition.id, reasons, notices, clock.now())
  return [reviewedAs(edition, 'awaiting-approval')]
}

async function reasonsOf(ports: EditionPorts, draft: EditionDraft) {
  const composing = { release: 'on-time', comment: null, at: ports.clock.now() } as const
  const outcome = await composeEdition(ports, draft, composing)
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value.reasons
}

async function send(ports: EditionPorts, draft: EditionDraft, release: Release): Promise<ReviewedEdition> {
  const outcome = await issueEdition(ports, draft, { release, by: null, comment: null })
  // Another scheduler that looks at the same moment may have sent it.
  if (!outcome.ok && outcome.fault.code !== 'edition-ended') throw new Error(outcome.fault.code)
  return reviewedAs(draft, release)
}

const reviewedAs = (
  { kind, period, occasion }: Pick<EditionDue, 'kind' | 'period' | 'occasion'>,
  outcome: ReviewedEdition['outcome'],
): ReviewedEdition => ({ kind, period, occasion, outcome })

type Waiting = Pick<Edition, 'id' | 'kind' | 'period' | 'occasion' | 'dueOn' | 'sendsOn' | 'reasons'>

/** Letters about an edition that waits: to every officer, and for a held one to the owners of what is missing. */
function editionNotices(
  { id, reasons, ...edition }: Waiting,
  waits: EditionNoticeData['waits'],
  readers: readonly EditionReader[],
): readonly PostedLetter[] {
  return readers.flatMap(({ id: userId, reader, locale }) => {
    if (reader === 'executive') return []
    const holdReasons = reader === 'privacy-officer' ? reasons : waits === 'held' ? ownedBy(reader) : []
    if (reader !== 'privacy-officer' && holdReasons.length === 0) return []
    const sendsOn = waits === 'held' ? edition.sendsOn : null
    const { kind, occasion, period, dueOn } = edition
    const data = { waits, kind, occasion, period, dueOn, sendsOn, reasons: holdReasons, reader }
    return [
      {
        letter: { kind: 'edition-notice', locale, data } as const,
        recipient: { kind: 'user', id: userId } as const,
        dedupeKey: `edition-${waits}:${id}:${userId}`,
      },
    ]
  })

  function ownedBy(owner: Owner) {
    return reasons.filter((reason) => reason.owner === owner)
  }
}
