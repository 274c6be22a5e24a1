import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')
/** Rows of which the sentence has said that they are these. */
const rows = (value: number) => (value === 1 ? 'row' : `${n(value)} rows`)

/** Effects of an import or a dry run, and its undo. */
export const imports = {
  title: 'Imports',
  none: 'No file was imported yet.',
  did: (added: number, changed: number) => `${n(added)} new, ${n(changed)} changed`,
  columns: { file: 'File', when: 'Imported', by: 'By', did: 'Rows', state: 'State' },
  undo: 'Undo',
  undoTitle: (file: string) => `Undo the import of ${file}?`,
  undoSentTitle: (system: string) => `Undo what “${system}” sent?`,
  undoText: (added: number, changed: number) => {
    const taken = added > 0 ? [`takes away the ${rows(added)} it added`] : []
    const back = changed > 0 ? [`puts the ${rows(changed)} it changed back as before`] : []
    return `This ${[...taken, ...back].join(' and ')}. The history keeps both.`
  },
  undoSealed: (periods: readonly string[]) =>
    `Sealed on this import: ${periods.join(', ')}. Sealed figures and records stay; their pages will say that it was undone.`,
  undone: (name: string, when: string, reason: string) => `undone by ${name}, ${when}: ${reason}`,
  undoneNow: (added: number, changed: number) => `Undone: ${n(added)} taken away, ${n(changed)} put back as before.`,
  stands: 'in force',
  preview: 'What would change',
  previewFirst: (shown: number, all: number) => `The first ${n(shown)} of ${n(all)} rows; changed ones come first.`,
  kinds: { changed: 'changed', added: 'new', unchanged: 'unchanged' },
  row: 'Row',
  what: 'What',
  key: 'Which',
  difference: 'Difference',
  byHand: 'The register’s row was entered, corrected or removed by hand.',
  overHand: (rows: number) =>
    rows === 1
      ? 'One of these rows was written by hand before; the import would overrule that.'
      : `${n(rows)} of these rows were written by hand before; the import would overrule that.`,
  renamed: (before: string, after: string) => `${before} is renamed to ${after}`,
  renames: (list: string) => `Other names for what is known already: ${list}.`,
  faults: {
    'import-unknown': 'There is no such import.',
    'import-undone': 'This import is undone already.',
    'import-not-last': 'A later import stands, or this one changed nothing. Only the last one can be undone.',
    'reason-missing': 'Say why.',
    'not-the-keeper': 'Another office keeps this register.',
  } as Record<string, string>,
  touched: (total: number, keys: string) =>
    `${total === 1 ? 'A row it brought was' : `${n(total)} rows it brought were`} corrected, removed or proved by hand since: ${keys}. The import stands; correct single rows instead.`,
}
