import { count } from '../../number-format.ts'
import { jsonFaults } from './json-faults.ts'

const n = (value: number) => count(value, 'en')
const sentences = (value: number) => (value === 1 ? '1 sentence' : `${n(value)} sentences`)
const travelersHave = (value: number) =>
  value === 1 ? '1 traveler in the register has' : `${n(value)} travelers in the register have`

/** The page on which officers add languages of the survey. */
export const languages = {
  crumb: 'Languages',
  title: (added: number) =>
    added === 0
      ? 'The survey is in Chinese and English'
      : `The survey is in Chinese, English and ${added === 1 ? '1 more language' : `${n(added)} more languages`}`,
  lead: 'A third language is a file of sentences. Travelers get letters and pages in it once it is complete and active.',
  list: 'Added languages',
  none: 'No language is added yet. Download a template below, have it translated, then upload it.',
  columns: {
    language: 'Language',
    state: 'State',
    complete: 'Sentences',
    travelers: 'Travelers',
    changed: 'Last change',
    acts: 'Actions',
  },
  active: 'Active',
  draft: 'Not active',
  of: (complete: number, all: number) => `${n(complete)} of ${n(all)}`,
  by: (name: string, day: string) => `${name}, ${day}`,
  act: {
    download: 'Download',
    activate: 'Activate',
    deactivate: 'Deactivate',
    test: 'Send me a test',
    check: 'Check the file',
    save: (name: string) => `Save ${name}`,
    template: 'Download template',
  },
  incomplete: 'Complete the sentences first.',
  activation: {
    title: (name: string) => `Activate ${name}?`,
    text: (travelers: number) =>
      `${travelersHave(travelers)} this language. From now on, files of travelers are imported with it, and letters and pages are in it.`,
    questionnaire:
      'The questionnaire has texts of its own: add them in its next version, or they are shown in English.',
  },
  testSent: (isIncomplete: boolean) =>
    `The test email is being sent to you. Its button opens the questionnaire and saves no answers.${isIncomplete ? ' Sentences that are missing or wrong are in English.' : ''}`,
  deactivation: {
    title: (name: string) => `Deactivate ${name}?`,
    text: (travelers: number) =>
      `${travelersHave(travelers)} this language. Their next letters and their pages are in English. The sentences stay here.`,
  },
  template: {
    title: 'New language',
    lead: 'The template has every sentence in English and Chinese. Fill in “text” beside each and keep signs such as {0}.',
    tag: 'Language tag',
    tagHint: 'As in fr, pt-BR or sr-Latn.',
    name: 'Name in the language',
    nameHint: 'Readers choose the language by this name, as in Français.',
  },
  upload: {
    title: 'Upload a file',
    lead: 'Drop the file on this page or choose it. Nothing is saved before you have seen what is wrong with it.',
    file: 'Language file (JSON)',
    drop: 'Drop the file to check it',
  },
  checked: {
    title: (name: string, tag: string) => `${name} (${tag})`,
    complete: (all: number) => `All ${sentences(all)} are there, with their placeholders.`,
    faulty: (complete: number, all: number) => `${n(complete)} of ${sentences(all)} are right.`,
    asDraft: 'You can save it and go on later. It cannot be activated yet.',
    replaces: 'It replaces the sentences that are saved here.',
    activeFaulty:
      'This language is active, so only a complete file can replace it. Deactivate it first to save a draft.',
    more: (value: number) => `And ${n(value)} more.`,
  },
  outcomes: {
    saved: 'Saved.',
    changed: 'Another officer has changed this language meanwhile. Nothing was saved. Check the file again.',
    incomplete: 'The language is not complete. Nothing was changed.',
    unknown: 'This language is no longer here. Reload the page.',
  },
  fileFaults: {
    'tag-invalid': 'The language tag is not valid. Use one such as fr, pt-BR or sr-Latn.',
    'tag-unknown': 'No dates, numbers and plurals are known for this language tag.',
    'tag-built-in': 'Chinese and English are part of the product. Use the tag of another language.',
    'language-too-large': 'The file is too large. A language file has at most 512 KB and 1,000 sentences.',
    'language-not-json': 'The file is not JSON. Save it as plain text with the ending .json.',
    ...jsonFaults,
    'language-no-file': 'The file is not a language file. It needs “tag”, “name” and “sentences”, as in the template.',
    'language-name-invalid': 'The name of the language is missing, too long or has signs that cannot be shown.',
  } satisfies Record<string, string> as Readonly<Record<string, string>>,
  faults: {
    missing: 'missing',
    unknown: 'not a sentence of the survey',
    'not-text': 'not a text',
    characters: 'has control characters, < or >, or lost letters (�): save the file as UTF-8',
    syntax: 'braces or a plural are not valid',
    'too-long': 'too long: {length} characters, at most {most}',
    'argument-missing': '{argument} is missing',
    'argument-unknown': '{argument} does not belong here',
    'argument-no-number': '{argument} is not a number',
    'form-missing': 'a plural form is missing: {forms}',
  },
}
