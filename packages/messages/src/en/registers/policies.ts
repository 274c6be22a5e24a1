import type { ProofOutcome } from '@wayproof/evidence/policy-watch/page-proof'
import type { ManualCheck, PageStatus } from '@wayproof/evidence/policy-watch/watched-page'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

const statuses: Record<PageStatus, string> = {
  'in-order': 'Shown',
  'old-version': 'Old version',
  'other-text': 'Different text',
  stale: 'Check out of date',
  'never-seen': 'Not found',
}

const unread: Record<Exclude<ProofOutcome, 'found' | 'other-text'>, string> = {
  'address-refused': 'private or invalid address',
  'address-unknown': 'domain not found',
  unreachable: 'server not responding',
  'certificate-invalid': 'certificate not valid',
  'timed-out': 'took longer than 5 seconds',
  'cut-off': 'connection interrupted',
  redirected: 'redirected; use the new address',
  'bad-status': 'server error',
  'too-large': 'page too large (2 MB)',
  'not-html': 'neither HTML nor plain text',
  'unreadable-encoding': 'unknown encoding',
  'too-complex': 'HTML too complex to read',
  'too-little-text': 'too little text; a script may fill it in',
}

const because: Record<ManualCheck['because'], string> = {
  ...unread,
  'no-address': 'no address',
  'no-text': 'no approved text in this language',
}

export const policies = {
  title: (currentPlatforms: number, all: number, byHand: number) => {
    if (all === 0) return 'No platform is in scope yet.'
    const first =
      currentPlatforms === all
        ? `All ${n(all)} platforms show the current policy`
        : `${n(currentPlatforms)} of ${n(all)} platforms ${currentPlatforms === 1 ? 'shows' : 'show'} the current policy`
    if (byHand === 0) return `${first}.`
    return `${first}; ${byHand === 1 ? '1 page needs' : `${n(byHand)} pages need`} a manual check.`
  },
  lead: (days: number) => `Pages are checked daily against the approved text; a check is valid for ${days} days.`,
  empty: 'Import platforms and policy versions first:',
  pages: 'Platforms and languages',
  columns: { surface: 'Platform', language: 'Language', state: 'Status', version: 'Last check' },
  sides: {
    own: (platforms: number) => `Our own, ${n(platforms)}`,
    'travel-platforms': (platforms: number) => `On travel platforms, ${n(platforms)}`,
  },
  onlyOpen: (platforms: number) => `Only open, ${n(platforms)}`,
  everyPlatform: 'Show all',
  notOffered: 'not offered',
  neverChecked: 'never checked',
  cellLook: (version: string | null, day: string) =>
    version === null ? `other text, ${day}` : `version ${version}, ${day}`,
  cell: {
    expected: 'Expected',
    found: 'Found',
    version: (version: string) => `version ${version}`,
    otherText: 'no approved version',
    checked: 'Last check',
    how: 'Checked',
    manual: 'manually',
    automatic: 'automatically',
    next: 'Next check',
    lastFetch: 'Last fetch',
    enter: 'Enter a check',
    trail: 'All checks',
  },
  kinds: {
    website: 'website',
    app: 'app',
    'mini-programme': 'mini program',
    'ota-page': 'page on a travel platform',
    branch: 'branch',
    'call-centre': 'call center',
  },
  statuses,
  because,
  seen: (version: string, day: string) => `version ${version}, ${day}`,
  seenOther: (day: string) => `no approved version, ${day}`,
  waiting: 'being checked',
  checkNow: 'Check now',
  checkNowOf: (surface: string) => `Check now: ${surface}`,
  pageLead: 'Checks, newest first. The last 7 pages and the first of each version are stored.',
  proofs: 'Checks',
  noProof: 'This page has not been read yet.',
  proof: {
    at: 'When',
    outcome: 'Result',
    answer: 'Response',
    from: 'From',
    bytes: 'Bytes (SHA-256)',
  },
  found: (version: string) => `version ${version}, complete`,
  other: (version: string, share: string) => `different text: ${share} of version ${version} matches`,
  lacks: 'First missing paragraph:',
  scattered: 'All paragraphs are present, but in another order or with other text in between.',
  unread: (why: string) => `not read: ${why}`,
  status: (status: number, type: string) => `${status}, ${type}`,
  noAnswer: 'none',
  redirectedTo: 'redirects to',
  download: 'Download',
  versions: 'Approved versions',
  inForce: (inForce: string, approved: string) => `in force from ${inForce}; approved ${approved}`,
  noText: 'no text yet',
  noVersion: 'No approved version yet; import policy versions first.',
  text: {
    title: 'Add an approved text',
    lead: 'The full approved text, one paragraph per line. It can be replaced until a page is found to show it.',
    version: 'Version',
    language: 'Language',
    languageHint: 'For example zh-CN or en',
    text: 'Text',
    file: 'Or choose a text file',
    unreadable: 'The file is not text.',
    action: 'Save text',
    done: 'Text saved. It is used from the next check.',
  },
  difference: {
    title: 'Changes between two versions',
    open: 'Compare versions',
    before: 'From',
    after: 'To',
    same: 'The texts are the same.',
    added: 'added',
    removed: 'removed',
    unchanged: (lines: number) => `${lines === 1 ? '1 line' : `${n(lines)} lines`} unchanged`,
    lacking: 'Two versions with a text in the same language are needed.',
  },
}
