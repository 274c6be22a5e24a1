/** Notes that a page or a text may add within a line and that say nothing about data. */
const NOTES = new RegExp(
  [
    '(?:this link |link )?(?:opens?|opening|open) (?:up )?(?:in )?(?:an? )?(?:new|separate|another|external|different) (?:browser )?(?:window|tab|page|site)s?',
    '\\((?:external|new window|new tab|external link|external site|opens externally|pdf|PDF)\\)',
    '(?:在|于)?新(?:的)?(?:窗口|标签页|标签|页面|选项卡)(?:中|内)?(?:打开|开启)(?:链接)?',
    '打开新(?:的)?(?:窗口|标签页|页面)',
    '[（(](?:外部链接|新窗口|链接)[)）]',
    '\\[\\d{1,3}\\]',
  ].join('|'),
  'giu',
)

/** A URL in brackets after the linked words, as some programs write links. */
const ADDRESSES = /[(<[（【]\s*(?:https?:\/\/|mailto:|www\.)[^\s()<>[\]（）【】]{1,2000}\s*[)>\]）】]/giu

export interface Note {
  readonly from: number
  readonly to: number
}

/** Positions of the notes in a line, in order, without overlap. */
export function notesIn(line: string, withAddresses: boolean): readonly Note[] {
  const candidates = [NOTES, ...(withAddresses ? [ADDRESSES] : [])].flatMap((form) =>
    Array.from(line.matchAll(form), ({ index, 0: note }) => ({ from: index, to: index + note.length })),
  )
  const notes: Note[] = []
  for (const note of candidates.toSorted((a, b) => a.from - b.from))
    if (note.from >= (notes.at(-1)?.to ?? 0)) notes.push(note)
  return notes
}
