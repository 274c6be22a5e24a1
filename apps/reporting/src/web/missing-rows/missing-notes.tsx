import type { MissingView } from '../api.ts'
import ui from '../components/components.module.css'
import { Note } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'

/** Explains the missing rows of a closed half-year and what has changed since. */
export function MissingNotes({ list }: { readonly list: MissingView }) {
  const text = useLanguage().words.reporting.goal.missing
  if (list.origin === 'today') return null
  if (list.origin === 'not-sealed') return <p className={ui.soft}>{text.notSealed}</p>
  if (list.altered) return <Note tone="caution">{text.altered}</Note>
  return (
    <p className={ui.soft}>
      {text.sealed} {list.deleted > 0 ? text.deleted(list.deleted) : null}
    </p>
  )
}
