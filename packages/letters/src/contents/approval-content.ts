import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { approvalName, differenceText } from '@wayproof/messages/approval-text'
import { day } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { LetterOf } from '../letter/letter.ts'
import type { Block, LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'

/** The dashboard shows the others. */
const MOST_LINES = 12
const LONGEST_LINE = 300

/** A sentence of a language: the dashboard shows each beside its original. */
const isSentence = ({ field }: { readonly field: string }) => field.startsWith('sentence:')

export function approvalContent(
  letter: LetterOf<'approval-asked'> | LetterOf<'approval-decided'>,
  organisation: Organisation,
): LetterContent {
  const { locale, data } = letter
  const words = messages(locale)
  const { letter: text, reason: reasonText, states } = words.reporting.approvals
  const name = approvalName({ kind: data.approval, subject: data.subject }, words, locale)
  const until = day(dateAt(data.expiresAt, data.timeZone), locale)
  const sentences = data.differences.filter(isSentence)
  const others = data.differences.filter((difference) => !isSentence(difference))
  const lines = others.slice(0, MOST_LINES).map((difference) => {
    const shown = differenceText(difference, words, locale)
    const value = shown.value.length > LONGEST_LINE ? `${shown.value.slice(0, LONGEST_LINE)}…` : shown.value
    return `${shown.name}: ${value}`
  })
  const more = others.length - lines.length
  if (sentences.length > 0) lines.push(text.sentences(sentences.length))
  const changes: Block[] =
    lines.length === 0
      ? []
      : [
          { kind: 'heading', text: text.changes },
          { kind: 'list', items: more > 0 ? [...lines, text.more(more)] : lines },
        ]
  const reason: Block[] = data.reason === null ? [] : [{ kind: 'paragraph', text: reasonText(data.reason) }]
  const { contact, sample } = words.letters
  const foot = (reader: string) => [
    { text: reader },
    { text: contact(organisationName(organisation, locale), organisation.contactEmail) },
    ...(organisation.sample ? [{ text: sample }] : []),
  ]
  if (letter.kind === 'approval-asked') {
    const { asked } = text
    return {
      subject: asked.subject(name),
      kicker: text.kicker,
      headline: asked.headline(data.proposedBy, name),
      blocks: [
        ...reason,
        ...changes,
        { kind: 'paragraph', text: asked.next(until) },
        { kind: 'button', label: asked.button, link: 'reporting' },
      ],
      foot: foot(asked.reader),
    }
  }
  const { decided } = text
  const { outcome, decidedBy } = letter.data
  const result = outcome === 'expired' ? decided.expired : decided[outcome](decidedBy ?? '')
  return {
    subject: decided.subject(name, states[outcome]),
    kicker: text.kicker,
    headline: decided.headline(name, states[outcome]),
    blocks: [
      { kind: 'paragraph', text: result },
      ...changes,
      { kind: 'button', label: decided.button, link: 'reporting' },
    ],
    foot: foot(decided.reader),
  }
}
