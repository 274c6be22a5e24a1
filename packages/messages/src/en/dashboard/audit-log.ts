import { count } from '../../number-format.ts'
import { auditActNames, auditActs, entriesOf } from './audit-acts.ts'

const n = (value: number) => count(value, 'en')

export const auditLog = {
  title: 'Audit log',
  lead: 'Who did what, when. The chain of entries shows if one was changed.',
  search: 'Search',
  searchAll: 'Search all',
  export: 'Export CSV',
  columns: { at: 'When', by: 'Who', what: 'What' },
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
  recorded: (total: number) => `${entriesOf(total)} recorded.`,
  matching: (total: number) => `${entriesOf(total)} found.`,
  none: 'No entries yet. The first sign-in or change appears here.',
  noMatch: 'No entry matches. Change or clear the filters.',
  page: (page: number, pages: number) => `Page ${n(page)} of ${n(pages)}`,
  newer: 'Newer',
  older: 'Older',
  system: 'system',
  stranger: 'unknown',
  evidence: 'evidence',
  acts: auditActs,
  actNames: auditActNames,
  settings: {
    organisation: 'organization',
    brand: 'logo and color',
    'programme-start': 'first day of the program',
    programme: 'survey program',
    checklist: 'opening checklist',
    'mail-folder': 'letters to a folder',
    'second-factor': 'second factor of a role',
    editions: 'summary emails',
    profile: 'own name and language',
    'saved-view': 'saved view of a list',
    'digest-hour': 'hour of the daily email',
    'comment-codes': 'codes of comments',
    'column-mapping': 'columns of an import file',
  } as Readonly<Record<string, string>>,
  chain: {
    holds: (verified: string) => `Chain verified ${verified}`,
    unverified: 'Chain not verified yet',
    changed: 'Entries were edited, removed or reordered.',
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
      `Audit log: ${entriesOf(entries)}${deleted > 0 ? `, ${n(deleted)} deleted on schedule before` : ''}`,
    valid: 'valid',
    invalid: (faults: readonly string[]) => `NOT VALID: ${faults.join(' ')}`,
    head: (hash: string) => `head ${hash}`,
  },
}
