import type { MissingView } from '../api.ts'
import ui from '../components/components.module.css'
import { Note } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'

/** Explains the missing rows of a closed half-year and what has changed since. */
export function MissingNotes({ missing }: { readonly missing: MissingView }) {
  const text = useLanguage().words.reporting.goal.missing
  if (missing.origin === 'today') return null
  if (missing.origin === 'not-sealed') return <p className={ui.soft}>{text.notSealed}</p>
  if (missing.altered) return <Note tone="caution">{text.altered}</Note>
  return (
    <p className={ui.soft}>
      {text.sealed} {missing.deleted > 0 ? text.deleted(missing.deleted) : null}
    </p>
  )
}
