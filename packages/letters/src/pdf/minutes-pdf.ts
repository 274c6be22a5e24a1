import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Locale } from '@wayproof/kernel/people/locale'
import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { day, moment, periodName } from '@wayproof/messages/date-format'
import { leftText, taskText } from '@wayproof/messages/deadline-text'
import { messages } from '@wayproof/messages/messages'
import { timeLeft } from '@wayproof/oversight/deadlines/urgency'
import type { Agenda } from '@wayproof/oversight/meetings/meeting'
import { type Meeting, type MeetingDecision, meetingDay } from '@wayproof/oversight/meetings/meeting'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import type { Organisation } from '../letter/organisation.ts'
import type { PdfBlock, PdfContent } from './pdf-content.ts'

interface MinutesChoices {
  readonly locale: Locale
  readonly organisation: Organisation
  readonly timeZone: string
}

/** The finished minutes of a meeting for paper; null while they can change. */
export function minutesPdf(meeting: Meeting, choices: MinutesChoices): PdfContent | null {
  const { agenda, attendees, decisions, finished, nextOn, notes } = meeting
  if (!agenda || !finished) return null
  const { locale, organisation, timeZone } = choices
  const { reporting, report } = messages(locale)
  const { meetings: words, shell } = reporting
  const title = words.meetingOf(day(meetingDay(meeting), locale))
  const finishedOn = dateAt(finished.at, timeZone)
  return {
    ...{ subject: title, kicker: words.minutes.title, headline: title },
    blocks: [
      ...(organisation.sample ? [{ kind: 'paragraph', text: report.sample } as const] : []),
      ...section(
        words.minutes.attendees,
        attendees.map(({ name }) => name),
        words.minutes.nobody,
      ),
      ...agendaBlocks(agenda, choices),
      ...section(
        words.decisions.title,
        decisions.map((decision) => decisionText(decision, locale)),
        words.decisions.none,
      ),
      ...section(
        words.minutes.notes,
        notes.split('\n').filter((line) => line.trim() !== ''),
        words.minutes.noNotes,
      ),
      { kind: 'heading', text: words.minutes.next },
      { kind: 'paragraph', text: nextOn === null ? words.minutes.noNext : day(nextOn, locale) },
    ],
    foot: [
      { text: words.finishedBy(finished.by, day(finishedOn, locale)) },
      { text: shell.labelled(words.agenda.title, words.agenda.asOf(moment(agenda.at, timeZone, locale))) },
      { text: report.contact(organisationName(organisation, locale), organisation.contactEmail) },
    ],
    issuedOn: finishedOn,
  }
}

function agendaBlocks(
  { at, goals, duties, actions }: Agenda,
  { locale, timeZone }: MinutesChoices,
): readonly PdfBlock[] {
  const all = messages(locale)
  const { agenda: words } = all.reporting.meetings
  const goalName = (goal: string) => {
    const goalId = GOALS.find((each) => each === goal)
    return goalId ? all.goals.names[goalId] : goal
  }
  return [
    ...section(
      words.goals,
      goals.map(({ goal, status, period, isRunning = false }) =>
        words.goal(goalName(goal), all.goals.status(status, isRunning), periodName(period, locale)),
      ),
      words.none,
    ),
    ...section(
      words.duties,
      duties.map((duty) => words.duty(taskText(duty, all, locale), leftText(timeLeft(duty.due, at, timeZone), all))),
      words.none,
    ),
    ...section(
      words.actions,
      actions.map(({ text, owner, dueOn }) =>
        words.action(typeof text === 'string' ? text : text[locale], all.goals.owners[owner], day(dueOn, locale)),
      ),
      words.none,
    ),
  ]
}

function decisionText({ text, action }: MeetingDecision, locale: Locale): string {
  if (!action) return text
  const { goals, reporting } = messages(locale)
  const { decisions } = reporting.meetings
  return [text, decisions.action(goals.owners[action.owner], day(action.dueOn, locale), action.effect)].join(' · ')
}

const section = (heading: string, items: readonly string[], none: string): readonly PdfBlock[] => [
  { kind: 'heading', text: heading },
  items.length === 0 ? { kind: 'paragraph', text: none } : { kind: 'list', items, own: true },
]
