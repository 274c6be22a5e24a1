import { createHash } from 'node:crypto'
import { addDays, type CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Locale } from '@wayproof/kernel/people/locale'
import { taskText } from '@wayproof/messages/deadline-text'
import { messages } from '@wayproof/messages/messages'
import { type Deadline, deadlineId } from '@wayproof/oversight/deadlines/deadline'
import { placeAddress, placeOf } from '@wayproof/oversight/deadlines/deadline-place'

interface CalendarFile {
  readonly locale: Locale
  /** When the file is written. */
  readonly now: Instant
  /** Origin of the dashboard's addresses. */
  readonly origin: string
  /** Each event says that it is made up. */
  readonly isSample?: boolean
}

/** Octets of a line without its end (RFC 5545, 3.1). */
const MAX_OCTETS = 75

/** Deadlines as an iCalendar file. One that ends with a day is an event of the whole day, any other a moment in UTC. */
export function calendarFile(deadlines: readonly Deadline[], file: CalendarFile): string {
  const { deadlines: text } = messages(file.locale)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Wayproof//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(text.page.calendarName)}`,
    ...deadlines.flatMap((deadline) => eventLines(deadline, file)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(deadline: Deadline, { locale, now, origin, isSample = false }: CalendarFile): readonly string[] {
  const words = messages(locale)
  const { roles } = words.reporting.people
  const { due } = deadline
  const task = taskText(deadline, words, locale)
  const owners = deadline.roles.map((role) => roles[role]).join(words.reporting.shell.listed)
  return [
    'BEGIN:VEVENT',
    // The same duty has the same identifier in every file, so that a calendar moves its event instead of adding one.
    `UID:${createHash('sha256')
      .update(`${origin} ${deadlineId(deadline)}`)
      .digest('hex')
      .slice(0, 40)}`,
    `DTSTAMP:${utc(now)}`,
    ...(due.at === undefined
      ? [`DTSTART;VALUE=DATE:${compact(due.day)}`, `DTEND;VALUE=DATE:${compact(addDays(due.day, 1))}`]
      : [`DTSTART:${utc(due.at)}`]),
    `SUMMARY;LANGUAGE=${locale}:${escaped(isSample ? `${words.reporting.shell.sample} ${task}` : task)}`,
    `DESCRIPTION;LANGUAGE=${locale}:${escaped(owners)}`,
    `URL:${new URL(placeAddress(placeOf(deadline)), origin)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

const compact = (day: CalendarDate): string => day.replaceAll('-', '')

const utc = (at: Instant): string => new Date(at).toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '')

/** Text of a property: a line break would end it, a comma or semicolon divide it. Other control characters are dropped. */
const escaped = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll(/\p{Cc}/gu, '')
    .toWellFormed()

/** Breaks a line between characters; what follows a break begins with a space, which counts. */
function folded(line: string): string {
  const lines = ['']
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > MAX_OCTETS) {
      lines.push(' ')
      octets = 1
    }
    lines[lines.length - 1] += character
    octets += size
  }
  return lines.join('\r\n')
}
