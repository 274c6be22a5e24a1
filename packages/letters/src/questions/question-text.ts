import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { ClockQuestion } from '@wayproof/kernel/clock-guard/trusted-clock'
import type { Locale } from '@wayproof/kernel/people/locale'
import { day, moment, periodName } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import type { Asked } from './officer-question.ts'

/** A question in words. */
export interface QuestionText {
  readonly title: string
  /** The events, one paragraph each. */
  readonly what: readonly string[]
  /** Names, and unchanged words of mail servers and programs. */
  readonly said: readonly string[]
  /** The officer's options. */
  readonly can: string
}

interface QuestionReader {
  readonly locale: Locale
  readonly words: Pick<Messages, 'questions' | 'reporting'>
  readonly timeZone: string
}

/** Words a question; its times are in `timeZone`. */
export function questionText({ kind, data }: Asked, { locale, words, timeZone }: QuestionReader): QuestionText {
  const { kinds, work } = words.questions
  const at = (instant: Instant) => moment(instant, timeZone, locale)
  const onDay = (instant: Instant) => day(dateAt(instant, timeZone), locale)
  switch (kind) {
    case 'clock':
      return {
        title: kinds.clock.title,
        what: [clockDoubt(data, at, kinds.clock), kinds.clock.held],
        said: [],
        can: kinds.clock.can,
      }
    case 'late-reminder': {
      const { title, what, can } = kinds[kind]
      return { title: title(periodName(data.period, locale)), what: [what(onDay(data.dueAt))], said: [], can }
    }
    case 'bytes-left': {
      const { title, what, can } = kinds[kind]
      return { title, what: [what(day(data.day, locale))], said: [], can }
    }
    case 'service-silent': {
      const { title, what, can } = kinds[kind][data.service]
      return { title, what: [what(at(data.since))], said: data.error === null ? [] : [data.error], can }
    }
    case 'letters-unreadable': {
      const { title, parts, can } = kinds[kind]
      return { title, what: [parts[data.part]], said: [], can }
    }
    case 'mail-test-failed': {
      const { title, opens, why, can } = kinds[kind]
      const opening = opens(periodName(data.period, locale), day(data.opensOn, locale))
      return { title, what: [why[data.why], opening], said: replyOf(data), can }
    }
    case 'letters-bounce': {
      const { title, what, can } = kinds[kind]
      return { title, what: [what[data.state](onDay(data.at))], said: [data.name, ...replyOf(data)], can }
    }
    case 'letters-held': {
      const { title, ofDomain, what, goesOn, can } = kinds[kind]
      const { domain, since, cause, reply } = data
      const heading = domain === '' ? title : ofDomain(domain)
      return { title: heading, what: [what[cause](at(since)), goesOn], said: [reply], can: can[cause] }
    }
    case 'keeps-failing': {
      const { title, what, can } = kinds[kind]
      return { title: title(work[data.work]), what: [what(at(data.since), data.error)], said: [], can }
    }
  }
}

const replyOf = ({ reply }: { readonly reply: string | null }) => (reply === null ? [] : [reply])

function clockDoubt(
  { doubt, shown: wall, trusted, expected, offset }: ClockQuestion,
  at: (instant: Instant) => string,
  { doubts, noMoment }: Messages['questions']['kinds']['clock'],
): string {
  const measured = doubt === 'source-disagrees' && offset !== null ? wall - offset : expected
  const other = doubt === 'jumped-ahead' || doubt === 'source-disagrees' ? (measured ?? trusted) : trusted
  return other === null ? noMoment(at(wall)) : doubts[doubt](at(wall), at(other))
}
