import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { localTimeAt } from '@wayproof/kernel/calendar/local-time'
import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Locale } from '@wayproof/kernel/people/locale'
import { day } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { type Alert, type LastAlert, lastAlertOf, newAlerts } from '@wayproof/oversight/deadlines/alert'
import { deadlineId, deadlineOf, maySee } from '@wayproof/oversight/deadlines/deadline'
import type { DeadlineStore } from '@wayproof/oversight/deadlines/ports'
import { byDue, dueDay } from '@wayproof/oversight/deadlines/urgency'
import type { OfficerQuestion } from '../questions/officer-question.ts'
import type { QuestionStore } from '../questions/question-store.ts'
import type { HookKind, HookMessage } from './hook-message.ts'
import { hookRequest } from './hook-request.ts'
import type { HookConfig } from './hook-settings.ts'
import type { HookStore } from './hook-store.ts'
import type { SendHook } from './send-hook.ts'

/** The hour from which a day's message leaves: the digests' hour, unless their readers chose another. */
const HOUR = 8
/** It sees what an officer sees, hence nothing about whistleblowers' reports. */
const READER = { role: 'officer', since: '0001-01-01' } as const

export interface TellHookPorts {
  readonly hook: HookStore
  readonly clock: Clock
  readonly timeZone: string
}

/** Posts a message for each open question to officers, such as a silent service. */
export async function postQuestions({
  hook,
  questions,
  clock,
}: Pick<TellHookPorts, 'hook' | 'clock'> & { readonly questions: Pick<QuestionStore, 'open'> }): Promise<void> {
  for (const question of await questions.open()) {
    const message = { kind: kindOf(question), count: 1, due: null, path: '/questions' }
    await hook.post({ ...message, dedupeKey: `question:${question.id}` }, clock.now())
  }
}

const kindOf = (question: OfficerQuestion): HookKind =>
  question.kind === 'service-silent' ? question.data.service : 'question'

/**
 * Posts a message about deadlines that have come nearer by a step since the last one: at once if a law counts them in hours,
 * else once a day.
 */
export async function postDeadlines({
  hook,
  deadlines,
  clock,
  timeZone,
}: TellHookPorts & { readonly deadlines: Pick<DeadlineStore, 'duties' | 'dutiesInHours'> }): Promise<void> {
  const now = clock.now()
  const today = dateAt(now, timeZone)
  const isDigestTime = Number(localTimeAt(now, timeZone).slice(11, 13)) >= HOUR
  const post = async (kind: 'deadlines' | 'at-once', duties: DeadlineStore['duties']) => {
    const open = (await duties(now, timeZone)).map(deadlineOf).sort(byDue(timeZone))
    const concerned = open.filter((deadline) => maySee(deadline, READER))
    const tasks = kind === 'at-once' ? concerned.filter(({ due }) => due.at !== undefined) : concerned
    await hook.alert((last) => messageOf(kind, newAlerts(tasks, last, now, timeZone), today, timeZone), now)
  }
  await post('at-once', deadlines.dutiesInHours)
  if (isDigestTime) await post('deadlines', deadlines.duties)
}

function messageOf(kind: 'deadlines' | 'at-once', alerted: readonly Alert[], today: CalendarDate, timeZone: string) {
  const [first] = alerted
  if (!first) return null
  const key =
    kind === 'deadlines' ? today : alerted.map(({ deadline, step }) => `${deadlineId(deadline)}/${step}`).join()
  return {
    message: {
      kind,
      count: alerted.length,
      due: dueDay(first.deadline.due, timeZone),
      path: '/deadlines',
      dedupeKey: `${kind}:${key}`,
    },
    alerts: alerted.map((alert): LastAlert => lastAlertOf(alert)),
  }
}

export interface SendHookPorts extends Pick<TellHookPorts, 'hook' | 'clock'> {
  readonly send: SendHook
  readonly config: HookConfig
  readonly locale: Locale
  readonly reportingUrl: string
}

const LEASE_MS = 60_000
const FIRST_WAIT_MS = 30_000
const MAX_WAIT_MS = 3_600_000
/** An older message is no news. */
const GIVEN_UP_AFTER_MS = 24 * 3_600_000
const MOST_AT_ONCE = 20

/** Sends the messages that are due, until one fails. Returns its fault; null if none failed. */
export async function sendHookMessages({
  hook,
  clock,
  send,
  config,
  locale,
  reportingUrl,
}: SendHookPorts): Promise<string | null> {
  for (let sent = 0; sent < MOST_AT_ONCE; sent += 1) {
    const now = clock.now()
    const message = await hook.claim(now, now + LEASE_MS)
    if (!message) return null
    const link = `${reportingUrl}${message.path}`
    const texts = { text: hookText(message, link, locale), link }
    const fault = await send(hookRequest(config.form, message, texts, { secret: config.secret, now }))
    const endedAt = clock.now()
    if (fault === null) await hook.end(message.id, null, endedAt)
    else if (isOld(message.createdAt, endedAt)) await hook.end(message.id, fault, endedAt)
    else await hook.retry(message.id, fault, endedAt + waitAfter(message.attempt))
    if (fault !== null) return fault
  }
  return null
}

const isOld = (createdAt: Instant, now: Instant) => now - createdAt > GIVEN_UP_AFTER_MS
const waitAfter = (attempt: number) => Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), MAX_WAIT_MS)

/** A message of the web hook as one sentence, followed by the address of its page. */
export function hookText({ kind, count, due }: HookMessage, link: string, locale: Locale): string {
  const sentence = messages(locale).hook[kind](count, due === null ? '' : day(due, locale))
  return `Wayproof: ${sentence}\n${link}`
}
