import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')
const records = (value: number) => (value === 1 ? '1 record' : `${n(value)} records`)

/** Effects of an import or a dry run, and its undo. */
export const imports = {
  title: 'Imports',
  none: 'No file has been imported yet.',
  did: (added: number, changed: number) => `${n(added)} new, ${n(changed)} changed`,
  repaired: (from: string, to: string, rows: number) =>
    `corrected at import: ${from} → ${to}, ${rows === 1 ? '1 row' : `${n(rows)} rows`}`,
  columns: { file: 'File', when: 'Imported', by: 'Imported by', did: 'Records', state: 'Status' },
  undo: 'Undo',
  undoTitle: (file: string) => `Undo the import of ${file}?`,
  undoSentTitle: (system: string) => `Undo what “${system}” sent?`,
  undoText: (added: number, changed: number) => {
    const taken = added > 0 ? [`removes ${records(added)} it added`] : []
    const back = changed > 0 ? [`restores ${records(changed)} it changed`] : []
    return `This ${[...taken, ...back].join(' and ')}. History is kept.`
  },
  undoSealed: (periods: readonly string[]) =>
    `Half-years sealed on this import: ${periods.join(', ')}. Sealed figures and records stay; their pages will note the undo.`,
  undone: (name: string, when: string, reason: string) => `undone by ${name}, ${when}: ${reason}`,
  undoneNow: (added: number, changed: number) => `Undone: ${n(added)} removed, ${n(changed)} restored.`,
  stands: 'in force',
  preview: 'Preview of changes',
  previewFirst: (previewRows: number, all: number) => `First ${n(previewRows)} of ${n(all)} rows, changed ones first.`,
  kinds: { changed: 'changed', added: 'new', unchanged: 'unchanged' },
  row: 'Row',
  what: 'Result',
  key: 'Record',
  difference: 'Difference',
  byHand: 'This record was added, edited or removed manually.',
  overHand: (rows: number) => `This import overwrites ${rows === 1 ? '1 manual change' : `${n(rows)} manual changes`}.`,
  renamed: (before: string, after: string) => `${before} is renamed to ${after}`,
  renames: (list: string) => `Alternative names: ${list}.`,
  faults: {
    'import-unknown': 'This import does not exist.',
    'import-undone': 'This import has already been undone.',
    'import-not-last': 'A later import is in force, or this one changed nothing. Only the last one can be undone.',
    'reason-missing': 'Enter a reason.',
    'not-the-keeper': 'Another department maintains this register.',
  } as Record<string, string>,
  touched: (total: number, keys: string) =>
    `${total === 1 ? '1 record was' : `${n(total)} records were`} edited, removed or given evidence since: ${keys}. The import stays; edit single records instead.`,
}
