import { count } from '../../number-format.ts'

/** The page about the use of a traveler's data. */
export const dataNotice = {
  link: 'What happens to your data',
  title: 'What happens to your data',
  lead: (organisation: string) =>
    `Twice a year, ${organisation} asks travelers how satisfied they are with how it protects their privacy.`,
  version: (version: string) => `This page goes with version ${version} of our privacy notice.`,
  who: 'Who is responsible',
  whoText: (organisation: string) => `${organisation}. Ask its privacy officer:`,
  why: 'Why we use it, and our legal basis',
  whyText: [
    'To learn how to protect privacy better. You don’t have to take part, and no service depends on what you answer.',
    'In China: you agreed to a text that mentions surveys. In the European Economic Area: you agreed, or you gave us your address as a customer and we told you that you can object. If both laws apply, we meet both. If you live elsewhere, or we don’t know, we also meet both. We invite no one without proof.',
    'You can withdraw consent or object at any time, with the link in every email or below. What we did before stays lawful.',
  ],
  kept: 'What we store, and for how long',
  months: (months: number) => `${months} months`,
  rows: {
    traveler: [
      'Customer number, email address (encrypted), language, trip type, channel, region, country, month of your last trip, and our legal basis for emailing you',
      (period: string) => `${period} after the month of your last trip`,
    ],
    letter: ['Our emails to you, and the mail server’s replies', (period: string) => `${period} after they were sent`],
    draft: ['Answers saved before you submit (encrypted)', () => 'Until you submit them or the survey closes'],
    answered: ['Whether you answered', () => 'Until the survey closes'],
    answer: [
      'Your answers, with broad groups and without your name; your comment separately, masked',
      (period: string) => `${period} after the survey closes (totals stay)`,
    ],
    request: ['Requests and complaints: texts and address', (period: string) => `${period} after they are closed`],
    record: ['Requests and complaints: kind, dates and outcome', (period: string) => `${period} after they are closed`],
    suppression: [
      'That you unsubscribed (a keyed hash of your address, not the address)',
      () => 'For as long as we send survey emails, or until you undo it',
    ],
  } satisfies Record<string, readonly [string, (period: string) => string]>,
  seen: 'Who sees it',
  seenText: [
    'We use your address only to email you, through our mail server. No one outside gets your answers.',
    'Management and the public see totals, never for fewer people than the survey states. Only the privacy officer reads comments, masked, after the survey closes.',
  ],
  abroad: 'Transfers abroad',
  abroadText: (persons: number, day: string) =>
    `The data of ${persons === 1 ? '1 person' : `${count(persons, 'en')} people`} is processed in other countries, mail servers included, as of ${day}.`,
  nobodyAbroad: (day: string) =>
    `No traveler data is processed in other countries, mail servers included, as of ${day}.`,
  rights: 'Your rights',
  rightsText:
    'You can ask what we hold about you, have it corrected or deleted, withdraw consent, object or complain. Until the survey closes, you can view, change or withdraw your answers with your receipt code.',
  authority: 'Complaining to an authority',
  authorityText:
    'In China: to the cyberspace administration. In the European Economic Area: to the data protection authority of the country where you live or work.',
}
