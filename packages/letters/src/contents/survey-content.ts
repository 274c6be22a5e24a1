import { nearestLocale } from '@wayproof/kernel/people/locale'
import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { day } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import { halfYearName, type TravelerSentences } from '@wayproof/messages/traveler-sentences'
import type { SurveyLetterData, SurveyLetterKind } from '@wayproof/survey/letters/survey-letter'
import type { LetterOf } from '../letter/letter.ts'
import type { Block, LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'
import { questionBlocks } from './question-blocks.ts'

type SurveyLetter = LetterOf<SurveyLetterKind>

function whatWeDid({ improvements = [] }: SurveyLetterData, words: Messages['letters']['survey']): readonly Block[] {
  if (improvements.length === 0) return []
  return [
    { kind: 'heading', text: words.didHeading },
    { kind: 'paragraph', text: words.did },
    { kind: 'list', items: improvements },
  ]
}

function subjectOf(kind: SurveyLetterKind, words: Messages['letters']['survey']): (day: string) => string {
  if (kind === 'survey-last-reminder') return words.lastReminderSubject
  return kind === 'survey-reminder' ? words.reminderSubject : words.subject
}

export function surveyContent(
  { kind, locale, data }: SurveyLetter,
  organisation: Organisation,
  sentences: TravelerSentences,
): LetterContent {
  const { survey, contact, sample } = sentences.letters
  const name = organisationName(organisation, nearestLocale(locale))
  const closes = day(data.closesOn, locale)
  const reminder = kind !== 'survey-invitation'
  const subject = subjectOf(kind, survey)(closes)
  const before: readonly Block[] = [
    ...(data.test ? [{ kind: 'paragraph', text: survey.test } as const] : []),
    ...(data.checkCode ? [{ kind: 'paragraph', text: survey.check(data.checkCode) } as const] : []),
    ...(kind === 'survey-reminder' ? [{ kind: 'paragraph', text: survey.reminded } as const] : []),
    ...(kind === 'survey-last-reminder' ? [{ kind: 'paragraph', text: survey.remindedLast(closes) } as const] : []),
  ]
  return {
    subject: data.test || data.checkCode ? survey.testSubject(subject) : subject,
    kicker: survey.kicker(halfYearName(sentences, data.period)),
    headline: reminder ? survey.reminderHeadline : survey.headline,
    blocks: [
      ...before,
      { kind: 'paragraph', text: survey.why(name) },
      { kind: 'paragraph', text: survey.effort(closes) },
      ...questionBlocks(data.question, locale, sentences),
      { kind: 'button', label: survey.button, link: 'survey' },
      ...(reminder ? [] : whatWeDid(data, survey)),
      { kind: 'heading', text: survey.keptHeading },
      { kind: 'list', items: survey.kept(data.smallestGroup) },
    ],
    foot: [
      { text: survey.personal },
      { text: contact(name, organisation.contactEmail) },
      { text: survey.unsubscribe, link: { label: survey.unsubscribeLink, name: 'unsubscribe' } },
      ...(organisation.sample ? [{ text: sample }] : []),
    ],
  }
}
