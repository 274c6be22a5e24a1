import type { BrokenTrend } from '@wayproof/forms/questionnaire/broken-trends'
import type { DraftFault } from '@wayproof/forms/questionnaire-draft/draft-check'
import type { DefinitionFault } from '@wayproof/forms/questionnaire-draft/read-definition'
import { jsonFaults } from './json-faults.ts'
import { questionsOf } from './questions-of.ts'

const faults = (n: number) => (n === 1 ? '1 fault' : `${n} faults`)
const warnings = (n: number) => (n === 1 ? '1 warning' : `${n} warnings`)

const findings: Readonly<
  Record<DraftFault['code'], readonly [title: (name: string, language?: string) => string, advice: string]>
> = {
  'identity-missing': [() => 'The ID or the version is missing', 'Import a file with both.'],
  'no-required-item': [() => 'No question is required', 'Require at least one question that everyone sees.'],
  'id-malformed': [(name) => `${name} has an invalid ID`, 'Use lowercase letters, digits and hyphens.'],
  'id-twice': [(name) => `${name} has the ID of another question`, 'Duplicate it again, or delete one.'],
  'translation-missing': [
    (name, language) => (language === undefined ? `${name} lacks a translation` : `${name} has no ${language} text`),
    'A version needs every text in each language in use.',
  ],
  'scale-unknown': [(name) => `${name} has no scale`, 'Choose a scale.'],
  'scale-empty': [(name) => `${name} has no points`, 'Import a file with its points.'],
  'options-missing': [(name) => `${name} has no answers`, 'Add at least one answer.'],
  'option-twice': [(name) => `${name} has an answer twice`, 'Delete one of the two.'],
  'length-missing': [(name) => `${name} has no length`, 'Say how many characters an answer may have.'],
  'second-open-text': [(name) => `${name} is a second open question`, 'Only one is allowed.'],
  'item-unreachable': [(name) => `${name} is never shown`, 'No answers meet its conditions. Change or remove one.'],
  'stem-item-unknown': [() => 'The lead-in names a deleted question', 'Choose its questions again.'],
  'asks-identity': [
    (name) => `${name} asks for an identity number`,
    'Identity, passport, card and phone numbers may not be asked without a reason.',
  ],
  'rows-missing': [(name) => `${name} has no statements`, 'Add at least one statement.'],
  'stem-item-grouped': [(name) => `${name} has its own lead-in`, 'Take it out of the questions under the lead-in.'],
  'too-many-options': [(name) => `${name} has more than 40 answers`, 'Delete some, or ask two questions.'],
  'most-chosen-wrong': [
    (name) => `${name} has a wrong number of answers`,
    'Choose a number from 1 to the number of its answers.',
  ],
  'short-text-too-long': [
    (name) => `${name} is a short text of more than 200 characters`,
    'Shorten it, or ask for a long text.',
  ],
  'goal-not-rated': [
    (name) => `${name} decides a goal and is not rated on a scale`,
    'Use a rating scale or a matrix of ratings.',
  ],
  'headline-missing': [
    () => 'The headline question is missing',
    'The goal reads the rating “overall” with the role “headline”. Restore it from a published version.',
  ],
  'headline-twice': [(name) => `${name} is a second headline`, 'Only one question decides the goal. Delete one.'],
  'satisfied-missing': [(name) => `${name} has no satisfied points`, 'Edit the scale and choose them.'],
  'satisfied-all': [(name) => `${name} counts every point as satisfied`, 'Edit the scale and leave at least one out.'],
  'satisfied-unknown': [
    (name) => `${name} names a satisfied point that it lacks`,
    'Edit the scale and choose its satisfied points again.',
  ],
  'text-too-long': [(name) => `${name} has a very long text`, 'Shorten it to 1,000 characters.'],
  'text-hidden': [(name) => `${name} has invisible characters`, 'Type the text again without control characters.'],
}

const broken: Readonly<Record<BrokenTrend['because'], (name: string) => string>> = {
  new: (name) => `${name} is new`,
  gone: (name) => `${name} was deleted`,
  wording: (name) => `${name} was reworded`,
  scale: (name) => `${name} has other answers`,
  'satisfied-points': (name) => `${name} counts other points as satisfied`,
  'shown-to-others': (name) => `${name} is shown to others`,
}

const unread: Readonly<Record<DefinitionFault['code'], string>> = {
  'definition-too-long': 'The file is longer than 1 MB.',
  ...jsonFaults,
  'definition-malformed': 'The file is not a questionnaire. Wrong or missing:',
  'other-questionnaire': 'The file belongs to another questionnaire:',
}

export const questionnaire = {
  crumb: 'Questionnaire',
  crumbVersion: (version: number) => `Version ${version}`,
  title: {
    none: 'No questionnaire is published.',
    published: (version: number) => `Version ${version} is in use.`,
    ready: (version: number) => `Version ${version} is ready to publish.`,
    waits: (version: number) => `Version ${version} waits for a second officer.`,
    remain: (version: number, faulty: number, warned: number) =>
      faulty > 0 && warned > 0
        ? `Version ${version}: ${faults(faulty)} and ${warnings(warned)} remain.`
        : `Version ${version}: ${faulty > 0 ? faults(faulty) : warnings(warned)} ${faulty + warned === 1 ? 'remains' : 'remain'}.`,
  },
  lead: {
    none: 'The product publishes its own when it starts; the command publishes others.',
    published: 'Every wave that opens now asks these questions.',
    draft: (next: { readonly period: string; readonly day: string } | null) =>
      `${next ? `The wave for the ${next.period} opens on ${next.day}. ` : ''}Publishing takes two officers and no faults.`,
    mine: 'Another officer can publish it. Any change takes the request back.',
    theirs: (name: string) => `${name} asks you to publish it. Compare it first; any change takes the request back.`,
  },
  strip: {
    label: 'Versions',
    version: (version: number) => `Version ${version}`,
    same: 'same wording',
    breaks: (many: number) => (many === 1 ? '1 trend breaks' : `${many} trends break`),
    saving: 'draft, saving',
    saved: (time: string) => `draft, saved ${time}`,
    unsaved: 'draft, not saved',
    undo: 'Undo',
    compare: (before: number, after: number) => `Compare ${before} and ${after}`,
    more: (version: number) => `Version ${version}: compare, restore, export`,
    published: 'published',
    draft: 'draft',
    show: 'Compare',
    restore: 'Restore as a new version',
    export: 'Export JSON',
  },
  act: {
    start: (version: number) => `Start version ${version}`,
    propose: 'Ask another officer to publish',
    publish: 'Publish',
    publishTitle: (version: number) => `Publish version ${version}?`,
    publishText: 'It cannot change any more. Waves that open from now on ask it.',
    discard: 'Discard the draft',
    discardTitle: (version: number) => `Discard the draft of version ${version}?`,
    discardText: 'Everything typed since it was started is lost. Published versions stay.',
    discardAction: 'Discard',
    published: (version: number) => `Version ${version} is published. The next wave asks it.`,
    more: 'More',
    export: 'Export the draft as JSON',
    import: 'Import JSON',
    openWave: 'Open a wave',
    languages: 'Languages',
  },
  test: {
    action: 'Send me a test',
    title: 'Send me a test of the draft',
    lead: 'You get the invitation by email. Its button opens the saved draft and saves no answers. The link works for 7 days.',
    languages: 'One email in each language',
    none: 'Choose a language.',
    send: 'Send',
    done: 'The test email is being sent to you.',
    ended: (languages: number) =>
      languages === 1
        ? '1 language is no longer active, so no email is sent in it.'
        : `${languages} languages are no longer active, so no email is sent in them.`,
  },
  fix: {
    title: 'To fix before publishing',
    note: 'checked while you type',
    none: 'Nothing to fix, and every trend continues.',
    all: (many: number) => `Show all ${many}`,
    fault: 'fault',
    warning: 'warning',
    goTo: (name: string) => `Go to ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    fillIn: 'Fill in',
    compare: 'Compare',
    faults: findings,
    broken,
    breaks: 'The trend breaks here; charts will show it.',
    gone: 'Its trend ends; charts will show it.',
    many: (count: number) => `${count} questions are many`,
    manyAdvice: 'More than 15 cost answers.',
    question: (number: string) => `Question ${number}`,
    scale: (numbers: string) => `The scale of ${questionsOf(numbers)}`,
    unusedScale: (id: string) => `The unused scale “${id}”`,
    stem: 'The lead-in',
    whole: 'The questionnaire',
  },
  compare: {
    title: (before: number, after: number) => `Versions ${before} and ${after}`,
    other: 'Compare with',
    trends: 'Trends that break',
    noTrends: 'Every trend continues.',
    texts: 'Changed texts',
    noTexts: 'No text changed.',
    before: (version: number) => `Version ${version}`,
    absent: '(none)',
    caption: 'Texts before and after',
    where: 'Place',
    place: { stem: 'Lead-in', scales: 'Scale' },
  },
  conflict: {
    heading: 'Not saved: two people edit this draft',
    by: (name: string) => `${name} saved this draft at the same time.`,
    mine: 'You saved this draft in another window.',
    text: 'Nothing that you typed is lost, and nothing of it is saved yet.',
    differences: (many: number) => (many === 1 ? 'One text differs from yours.' : `${many} texts differ from yours.`),
    caption: 'Your texts and the saved ones',
    theirs: 'Saved',
    yours: 'Yours',
    take: 'Take the saved draft',
    keep: 'Save mine over it',
    ended: 'This draft was published or discarded. What you typed is still here: export it, then reload the page.',
  },
  imported: {
    title: 'Import JSON',
    lead: 'The file replaces the draft. Undo brings the draft back.',
    file: 'File',
    action: 'Import',
    faults: unread,
    place: (path: string) => (path === '' ? 'the file itself' : path),
  },
  faults: {
    'draft-open': 'Another officer has started a draft. Reload the page to see it.',
    'draft-changed': 'The draft has changed meanwhile. Reload the page.',
    'draft-unknown': 'This draft was published or discarded. Reload the page.',
    'draft-not-shown': 'Faults remain that break the page. Fix all but missing texts, then send the test.',
    'draft-unchanged': 'The draft does not differ from the version in use.',
    'draft-proposed': 'The draft waits for a second officer already.',
    'not-proposed': 'The request was taken back. Reload the page.',
    'own-proposal': 'Another officer must publish it, under another mailbox.',
    'questionnaire-invalid': 'Faults remain, so nothing was published.',
    'version-unknown': 'This version does not exist.',
  } as Readonly<Record<string, string>>,
}
