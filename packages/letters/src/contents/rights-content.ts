import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { day } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { LetterOf } from '../letter/letter.ts'
import type { FootLine, LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'

export function rightsCodeContent(
  { locale, data }: LetterOf<'rights-code'>,
  organisation: Organisation,
): LetterContent {
  const { rightsCode: words, ...letters } = messages(locale).letters
  const name = organisationName(organisation, locale)
  const code = `${data.code.slice(0, 4)} ${data.code.slice(4)}`
  return {
    subject: words.subject(code),
    kicker: words.kicker,
    headline: words.headline(code),
    blocks: [
      { kind: 'paragraph', text: words.why(name) },
      { kind: 'paragraph', text: words.how },
      { kind: 'button', label: words.button, link: 'rightsCase' },
    ],
    foot: foot(
      words.unexpected,
      letters.contact(name, organisation.contactEmail),
      organisation.sample && letters.sample,
    ),
  }
}

export function rightsMessageContent(
  { locale, data }: LetterOf<'rights-message'>,
  organisation: Organisation,
): LetterContent {
  const { rightsMessage: words, ...letters } = messages(locale).letters
  const name = organisationName(organisation, locale)
  const { purpose, dueOn } = data
  const paragraphs = data.text.split('\n').filter((line) => line.trim() !== '')
  return {
    subject: words.subject[purpose](name),
    kicker: words.kicker,
    headline: words.headline[purpose],
    blocks: [
      ...(dueOn === null ? [] : [{ kind: 'paragraph', text: words.newDue(day(dueOn, locale)) } as const]),
      { kind: 'heading', text: words.why(name) },
      ...paragraphs.map((text) => ({ kind: 'paragraph', text }) as const),
      { kind: 'paragraph', text: words.reply },
      { kind: 'button', label: words.button, link: 'rightsCase' },
    ],
    foot: foot(words.reader, letters.contact(name, organisation.contactEmail), organisation.sample && letters.sample),
  }
}

const foot = (...lines: readonly (string | false)[]): FootLine[] =>
  lines.flatMap((text) => (text === false ? [] : [{ text }]))
