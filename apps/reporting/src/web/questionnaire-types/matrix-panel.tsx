import { freeId } from '@wayproof/forms/questionnaire-draft/draft-changes'
import { useLanguage } from '../language.tsx'
import type { ItemEditing } from '../questionnaire-fields/editing.ts'
import { ScalePanel } from './scale-panel.tsx'
import { TextRows } from './text-rows.tsx'

/** The statements of a matrix and the scale on which each is rated. */
export function MatrixPanel(editing: ItemEditing) {
  const { questionnaire, item, changeItem } = editing
  const { matrix: text } = useLanguage().words.reporting.questionnaireItems
  if (item.type !== 'matrix') return null
  const blank = () => ({
    ...{ id: freeId(questionnaire, `${item.id}-${item.rows.length + 1}`), role: 'driver', 'zh-CN': '', en: '' },
  })
  return (
    <>
      <TextRows
        rows={item.rows}
        words={text}
        blank={blank}
        onChange={(rows, place) => changeItem({ ...item, rows }, place ? `${item.id} ${place}` : null)}
      />
      <ScalePanel {...editing} />
    </>
  )
}
