import { day, messages, periodName } from '@wayproof/messages'
import type { LetterOf } from './letter.ts'
import type { LetterContent } from './letter-content.ts'
import { type Organisation, organisationName } from './organisation.ts'

export function surveyContent(
  { kind, locale, data }: LetterOf<'survey-invitation'> | LetterOf<'survey-reminder'>,
  organisation: Organisation,
): LetterContent {
  const { survey, contact, sample } = messages(locale).letters
  const name = organisationName(organisation, locale)
  const closes = day(data.closesOn, locale)
  const reminder = kind === 'survey-reminder'
  return {
    subject: reminder ? survey.reminderSubject(closes) : survey.subject(closes),
    kicker: survey.kicker(periodName(data.period, locale)),
    headline: reminder ? survey.reminderHeadline : survey.headline,
    blocks: [
      ...(reminder ? [{ kind: 'paragraph', text: survey.reminded } as const] : []),
      { kind: 'paragraph', text: survey.why(name) },
      { kind: 'paragraph', text: survey.effort(closes) },
      { kind: 'button', label: survey.button, link: 'survey' },
      { kind: 'heading', text: survey.keptHeading },
      { kind: 'list', items: survey.kept },
    ],
    foot: [
      { text: survey.personal },
      { text: contact(name, organisation.contactEmail) },
      { text: survey.unsubscribe, link: { label: survey.unsubscribeLink, name: 'unsubscribe' } },
      ...(organisation.sample ? [{ text: sample }] : []),
    ],
  }
}
