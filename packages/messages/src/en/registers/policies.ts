import type { ManualCheck, PageStatus, ProofOutcome } from '@wayproof/evidence'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

const statuses: Record<PageStatus, string> = {
  'in-order': 'Shown',
  'old-version': 'Old version',
  'other-text': 'Another text',
  stale: 'Not checked for too long',
  'never-seen': 'Never seen',
}

const unread: Record<Exclude<ProofOutcome, 'found' | 'other-text'>, string> = {
  'address-refused': 'its address leads into an inner network, or is no plain web address',
  'address-unknown': 'the name in its address does not exist',
  unreachable: 'its server does not answer',
  'certificate-invalid': 'its certificate is not valid',
  'timed-out': 'it took longer than five seconds',
  'cut-off': 'the connection ended before the page did',
  redirected: 'it leads to another address; enter that one',
  'bad-status': 'its server refuses or reports a fault',
  'too-large': 'it is larger than two megabytes',
  'not-html': 'it is neither HTML nor plain text',
  'unreadable-encoding': 'its bytes are in no known encoding',
  'too-complex': 'its HTML is too complex to read',
  'too-little-text': 'it has too little text of its own; a script may fill it in',
}

const because: Record<ManualCheck['because'], string> = {
  ...unread,
  'no-address': 'it has no address',
  'no-text': 'there is no approved text in this language to compare with',
}

export const policies = {
  title: (shown: number, all: number, byHand: number) => {
    if (all === 0) return 'No surface is in scope yet.'
    const first =
      shown === all
        ? `All ${n(all)} surfaces show the policy in force`
        : `${n(shown)} of ${n(all)} surfaces ${shown === 1 ? 'shows' : 'show'} the policy in force`
    if (byHand === 0) return `${first}.`
    return `${first}; ${byHand === 1 ? 'one page needs' : `${n(byHand)} pages need`} a person to look.`
  },
  lead: (days: number) =>
    `Every page is read once a day and compared with the approved text. A look, by the watcher or a person, counts for ${n(days)} days.`,
  empty: 'Import policy surfaces and policy versions first:',
  pages: 'Surfaces and languages',
  columns: {
    surface: 'Surface',
    language: 'Language',
    state: 'State',
    version: 'Seen',
    next: 'Next look',
    action: 'Action',
  },
  kinds: {
    website: 'website',
    app: 'app',
    'mini-programme': 'mini-programme',
    'ota-page': 'page on a travel platform',
    branch: 'branch',
    'call-centre': 'call centre',
  },
  statuses,
  because,
  seen: (version: string, day: string) => `version ${version}, ${day}`,
  seenOther: (day: string) => `no approved version, ${day}`,
  waiting: 'being read',
  daily: (day: string) => `by the watcher, ${day}`,
  byHand: (day: string) => `by a person, by ${day}`,
  checkNow: 'Check now',
  checkNowOf: (surface: string) => `Check now: ${surface}`,
  back: 'All surfaces',
  pageTitle: (surface: string, language: string, state: string) => `${surface}, ${language}: ${state}`,
  pageLead:
    'What the watcher saw, newest first. The bytes of the latest seven looks are kept, and those of the first that found each version.',
  manual: (why: string, day: string) =>
    `The watcher cannot read this page: ${why}. It needs a manual check by ${day}, entered in the register “Policy checks”.`,
  toRegisters: 'To the registers',
  proofs: 'Proofs',
  noProof: 'The watcher has not read this page yet.',
  proof: {
    at: 'When',
    outcome: 'What was seen',
    answer: 'Answer',
    from: 'From',
    bytes: 'Bytes (SHA-256)',
  },
  found: (version: string) => `version ${version}, whole`,
  other: (version: string, share: string) => `another text: ${share} of version ${version} is there`,
  lacks: 'First paragraph that is missing:',
  scattered: 'Every paragraph is there, but with other text in between or in another order.',
  unread: (why: string) => `not read: ${why}`,
  status: (status: number, type: string) => `${status}, ${type}`,
  noAnswer: 'none',
  redirectedTo: 'leads to',
  download: 'Download',
  versions: 'Approved versions',
  versionColumns: { version: 'Version', approved: 'Approved', inForce: 'In force from', texts: 'Texts' },
  noText: 'no text yet',
  noVersion: 'No version is approved yet; import policy versions first.',
  text: {
    title: 'Add an approved text',
    lead: 'The whole text as approved, one paragraph a line. It can be replaced until a page was found to show it.',
    version: 'Version',
    language: 'Language',
    languageHint: 'Like zh-CN or en',
    text: 'Text',
    file: 'Or take it from a text file',
    unreadable: 'The file is no text.',
    action: 'Keep the text',
    done: 'The text is kept. Pages are compared with it from the next look on.',
  },
  difference: {
    title: 'What changed between two versions',
    before: 'From',
    after: 'To',
    same: 'The texts are the same.',
    added: 'added',
    removed: 'removed',
    unchanged: (lines: number) => (lines === 1 ? 'One line unchanged' : `${n(lines)} lines unchanged`),
    lacking: 'Two versions with a text in the same language are needed.',
  },
}
