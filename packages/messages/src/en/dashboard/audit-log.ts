import type { AuditAct } from '@wayproof/oversight/audit-entry'
import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')
const countOf = (entries: number) => (entries === 1 ? '1 entry' : `${n(entries)} entries`)

/** The figures and names in the sentence of an act. */
export interface ActWords {
  /** Name of the user, register, half-year, setting or file; empty if there is none. */
  readonly subject: string
  readonly role: string
  readonly count: number
  readonly hasFactor: boolean
  readonly isApproved: boolean
}

const acts: Record<AuditAct, (words: ActWords) => string> = {
  'signed-in': ({ hasFactor }) => (hasFactor ? 'signed in, second factor' : 'signed in'),
  'sign-in-failed': ({ count }) => (count === 1 ? 'failed sign-in' : `failed sign-in, ${n(count)} times`),
  invited: ({ role }) => `invited a person: ${role}`,
  'invitation-withdrawn': ({ role }) => `withdrew an invitation: ${role}`,
  joined: ({ role }) => `accepted an invitation: ${role}`,
  'role-changed': ({ subject, role }) => `set the role of ${subject}: ${role}`,
  'appointment-confirmed': ({ role }) => `confirmed an appointment: ${role}`,
  'user-removed': ({ subject, role }) => `removed ${subject}, ${role}`,
  'password-reset': ({ subject }) => `password of ${subject} reset by link`,
  'second-factor-reset': ({ subject }) => `reset the second factor of ${subject}`,
  'key-made': ({ subject }) => `created the API key ${subject}`,
  'key-ended': ({ subject }) => `revoked the API key ${subject}`,
  'setting-changed': ({ subject }) => `changed a setting: ${subject}`,
  'rule-proposed': ({ subject }) => `proposed a rule change: ${subject}`,
  'rule-decided': ({ subject, isApproved }) => `${isApproved ? 'approved' : 'declined'} a rule change: ${subject}`,
  imported: ({ subject, count }) => `imported ${subject}, ${count === 1 ? '1 row' : `${n(count)} rows`}`,
  'import-undone': ({ subject }) => `undid an import: ${subject}`,
  'row-corrected': ({ subject }) => `corrected ${subject}`,
  exported: ({ subject }) => `exported ${subject}`,
  'comments-read': ({ subject }) => `read comments, ${subject}`,
  'case-read': () => 'read a request',
  'report-read': () => 'read a whistleblower report',
  'sample-drawn': ({ subject }) => `drew a sample: ${subject}`,
  'sample-sealed': ({ subject }) => `sealed a sample: ${subject}`,
  frozen: ({ subject }) => `froze ${subject}`,
  'freeze-taken-back': ({ subject }) => `withdrew the freeze of ${subject}`,
  signed: ({ subject }) => `signed ${subject}`,
  closed: ({ subject }) => `closed and sealed ${subject}`,
  reopened: ({ subject }) => `reopened ${subject}`,
  published: ({ subject }) => `published the report of ${subject}`,
  'report-withdrawn': ({ subject }) => `withdrew the report of ${subject}`,
  erased: () => 'erased a traveler',
  'backed-up': () => 'backup made',
  restored: () => 'backup restored',
  'entries-deleted': ({ count }) => `deleted ${countOf(count)} of this log on schedule`,
}

export const auditLog = {
  title: 'Audit log',
  lead: 'Who did what, when. The chain of entries shows if one was changed.',
  search: 'Search',
  searchAll: 'Search all',
  export: 'Export CSV',
  columns: { number: 'No.', at: 'When', by: 'Who', what: 'What' },
  /** Columns of the exported file. */
  file: { act: 'Act', subject: 'Subject', details: 'Details' },
  filters: {
    act: 'Act',
    anyAct: 'All acts',
    actor: 'Person',
    anyActor: 'Everyone',
    subject: 'Record or half-year',
    from: 'From',
    to: 'To',
    clear: 'Clear filters',
  },
  found: (total: number) => countOf(total),
  none: 'No entries yet. The first sign-in or change appears here.',
  noMatch: 'No entry matches. Change or clear the filters.',
  page: (page: number, pages: number) => `Page ${n(page)} of ${n(pages)}`,
  newer: 'Newer',
  older: 'Older',
  system: 'system',
  stranger: 'unknown',
  waiting: 'new',
  evidence: 'evidence',
  acts,
  actNames: {
    'signed-in': 'Sign-in',
    'sign-in-failed': 'Failed sign-in',
    invited: 'Invitation',
    'invitation-withdrawn': 'Invitation withdrawn',
    joined: 'Invitation accepted',
    'role-changed': 'Role change',
    'appointment-confirmed': 'Appointment confirmed',
    'user-removed': 'Removal of a user',
    'password-reset': 'Password reset',
    'second-factor-reset': 'Second-factor reset',
    'key-made': 'API key created',
    'key-ended': 'API key revoked',
    'setting-changed': 'Setting change',
    'rule-proposed': 'Rule change proposed',
    'rule-decided': 'Rule change decided',
    imported: 'Import',
    'import-undone': 'Import undone',
    'row-corrected': 'Correction of a record',
    exported: 'Export',
    'comments-read': 'Comments read',
    'case-read': 'Request read',
    'report-read': 'Whistleblower report read',
    'sample-drawn': 'Sample drawn',
    'sample-sealed': 'Sample sealed',
    frozen: 'Freeze',
    'freeze-taken-back': 'Freeze withdrawn',
    signed: 'Signature',
    closed: 'Closing and seal',
    reopened: 'Reopening',
    published: 'Report published',
    'report-withdrawn': 'Report withdrawn',
    erased: 'Erasure',
    'backed-up': 'Backup',
    restored: 'Restore',
    'entries-deleted': 'Scheduled deletion of entries',
  } satisfies Record<AuditAct, string>,
  settings: {
    organisation: 'organization',
    'programme-start': 'first day of the program',
    programme: 'survey program',
    checklist: 'opening checklist',
    'mail-folder': 'letters to a folder',
    'second-factor': 'second factor of a role',
    editions: 'summary emails',
  } as Readonly<Record<string, string>>,
  chain: {
    /** Without a count for readers who may not know of all entries. */
    holds: (entries: number | null, verified: string) =>
      entries === null ? `Chain verified ${verified}` : `${countOf(entries)}, chain verified ${verified}`,
    unverified: (entries: number | null) =>
      entries === null ? 'Chain not verified yet' : `${countOf(entries)}, not verified yet`,
    changed: 'Entries were edited, removed or reordered.',
    headName: 'head',
    empty: 'No entry is chained yet. The scheduler chains new ones every minute.',
    verify: 'Verify',
    faults: {
      edited: (at: number) => `Entry ${n(at)} was edited: its hash does not follow from entry ${n(at - 1)}.`,
      removed: (from: number, to: number) =>
        from === to ? `Entry ${n(from)} was removed.` : `Entries ${n(from)} to ${n(to)} were removed.`,
      reordered: (at: number) => `Entry ${n(at)} was reordered: it belongs to another place.`,
      'anchor-altered': (at: number) => `The noted start of the chain was edited: no deletion ended at entry ${n(at)}.`,
      'head-altered': (at: number) => `The noted head of the chain was edited: it is not entry ${n(at)}.`,
    },
    broken: 'Keep a copy of the database and ask who had access to it.',
    /** Lines of the command `verify`. */
    line: (entries: number, deleted: number) =>
      `Audit log: ${countOf(entries)}${deleted > 0 ? `, ${n(deleted)} deleted on schedule before` : ''}`,
    valid: 'valid',
    invalid: (faults: readonly string[]) => `NOT VALID: ${faults.join(' ')}`,
    head: (hash: string) => `head ${hash}`,
  },
}
