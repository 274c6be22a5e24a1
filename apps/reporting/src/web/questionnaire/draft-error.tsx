import { faultOf } from '../components/fault-of.ts'
import { ErrorNote, Note } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'

/** Explains why an act on a draft was refused, or shows the failure as every page does. */
export function DraftError({ error }: { readonly error: unknown }) {
  const { faults } = useLanguage().words.reporting.questionnaire
  if (!error) return null
  const text = faults[faultOf(error).code ?? '']
  return text ? <Note tone="caution">{text}</Note> : <ErrorNote error={error} />
}
