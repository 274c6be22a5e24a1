import { count } from '../../number-format.ts'

/** The page that says what happens to a traveler's data. */
export const dataNotice = {
  link: 'What happens to your data',
  title: 'What happens to your data',
  lead: (organisation: string) =>
    `${organisation} asks travelers twice a year how satisfied they are with the way their privacy is protected.`,
  version: (version: string) => `This page goes with version ${version} of our privacy notice.`,
  who: 'Who is responsible',
  whoText: (organisation: string) => `${organisation}. Its privacy officer answers your questions:`,
  why: 'Why, and on what basis',
  whyText: [
    'To learn what to improve in the protection of privacy. Taking part is voluntary; no service depends on it, or on what you answer.',
    'In China: your consent to a text that names surveys. In the European Economic Area: your consent, or that you gave us your address as a customer and were told then that you can object. Where several laws apply to you, the conditions of each must be met; elsewhere, or where we do not know, those of all. Nobody is invited without a proof.',
    'You can take consent back or object at any time: by the link at the end of every letter, or below. What was done before stays lawful.',
  ],
  kept: 'What is kept, and for how long',
  months: (months: number) => `${months} months`,
  rows: {
    traveler: [
      'Customer number, e-mail address (encrypted), language, trip type, channel, region, country, month of the last trip, and the basis of writing to you',
      (period: string) => `${period} after the month of your last trip`,
    ],
    letter: [
      'The letters to you, and what the mail server replied',
      (period: string) => `${period} after they were sent`,
    ],
    draft: ['An answer saved for later (encrypted)', () => 'Until you send it or the survey closes'],
    answered: ['Whether you answered', () => 'Until the survey has closed'],
    answer: [
      'Your answer, with a broad group and without your name; your comment apart from it, masked',
      (period: string) => `${period} after the survey closed; counts are kept`,
    ],
    request: ['Requests and complaints: texts and address', (period: string) => `${period} after they are settled`],
    record: [
      'Requests and complaints: kind, dates and outcome',
      (period: string) => `${period} after they are settled`,
    ],
    suppression: [
      'That you want no more letters (a keyed hash of the address, not the address)',
      () => 'For as long as letters are sent',
    ],
  } satisfies Record<string, readonly [string, (period: string) => string]>,
  seen: 'Who gets it',
  seenText: [
    'Your address is used to send you a letter, through our mail server, and for nothing else. Single answers are handed to nobody.',
    'Management and the public get totals, never of fewer people than the survey names. The privacy officer alone reads comments, masked, once the survey has closed.',
  ],
  abroad: 'In other countries',
  abroadText: (persons: number, day: string) =>
    `Data of ${count(persons, 'en')} persons are processed in other countries, mail servers included (as stated by the privacy officer on ${day}).`,
  nobodyAbroad: (day: string) =>
    `No data of travelers are processed in other countries, mail servers included (as stated by the privacy officer on ${day}).`,
  rights: 'Your rights',
  rightsText:
    'You can ask what is kept of you, have it corrected or deleted, take consent back, object, or complain. Until the survey closes, the receipt code lets you see, correct or withdraw your answer.',
  authority: 'Complaining elsewhere',
  authorityText:
    'In China: to the cyberspace administration. In the European Economic Area: to the data protection authority of the country where you live or work.',
}
