import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { day, periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { ATTACKS, isAnonymous } from '@wayproof/survey/waves/anonymity'
import type { LetterOf } from '../letter/letter.ts'
import type { LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'

export function unlinkingCertificateContent(
  { locale, data }: LetterOf<'unlinking-certificate'>,
  organisation: Organisation,
): LetterContent {
  const { letters, anonymity: words } = messages(locale)
  const { certificate } = words
  const { anonymity, closedOn, unlinkedOn, backupsUntil, key } = data
  const { answers, tied, tiedBy, respondentsKnown, draftsKnown, remindedKnown } = anonymity
  const period = periodName(anonymity.period, locale)
  const holds = isAnonymous(anonymity)
  return {
    subject: holds ? certificate.subject(period) : certificate.subjectBroken(period),
    kicker: certificate.kicker(period),
    headline: holds ? certificate.headline : certificate.headlineBroken(tied, answers),
    blocks: [
      { kind: 'paragraph', text: certificate.closed(answers, day(closedOn, locale), day(unlinkedOn, locale)) },
      ...(key ? [{ kind: 'paragraph' as const, text: certificate.key[key.state](day(key.day, locale)) }] : []),
      { kind: 'paragraph', text: certificate.respondents(respondentsKnown) },
      { kind: 'paragraph', text: certificate.drafts(draftsKnown) },
      { kind: 'paragraph', text: certificate.reminded(remindedKnown) },
      { kind: 'heading', text: certificate.tried },
      {
        kind: 'list',
        items: ATTACKS.map((attack) => certificate.attack(words.attacks[attack], words.tied(tiedBy[attack]))),
      },
      { kind: 'heading', text: certificate.backupsHeading },
      { kind: 'paragraph', text: (key ? certificate.archives : certificate.backups)(day(backupsUntil, locale)) },
      { kind: 'paragraph', text: certificate.command },
      { kind: 'button', label: certificate.button, link: 'reporting' },
    ],
    foot: [
      { text: certificate.reader },
      { text: letters.contact(organisationName(organisation, locale), organisation.contactEmail) },
      ...(organisation.sample ? [{ text: letters.sample }] : []),
    ],
  }
}
