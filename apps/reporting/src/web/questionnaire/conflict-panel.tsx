import { Button } from '@mantine/core'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { textDifferences } from '@wayproof/forms/questionnaire-draft/version-difference'
import ui from '../components/components.module.css'
import { Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { SlotSentence } from '../components/slot-sentence.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { faultText, figuresOf } from '../words/fault-text.ts'
import { DifferenceTable } from './difference-table.tsx'
import type { useDraft } from './use-draft.ts'

/** Says why a draft is not saved, and lets the officer choose between the saved words and the typed ones. */
export function ConflictPanel({ draft }: { readonly draft: ReturnType<typeof useDraft> }) {
  const { conflict: text, imported } = useLanguage().words.reporting.questionnaire
  const { state, hasEnded, unreadable, take, keep } = draft
  const { other, typed } = state
  if (hasEnded) return <Note tone="caution">{text.ended}</Note>
  if (unreadable)
    return <Note tone="caution">{faultText(imported.faults[unreadable.code], figuresOf(unreadable))}</Note>
  if (!other) return null
  const theirs = JSON.parse(other.definition) as Questionnaire
  return (
    <Panel title={text.heading}>
      <div className={ui.stack} role="alert">
        <p>
          {other.saved.isMine ? (
            text.mine
          ) : (
            <SlotSentence sentence={text.by}>
              <Verbatim>{other.saved.by}</Verbatim>
            </SlotSentence>
          )}
        </p>
        <p>{text.text}</p>
        <p>{text.differences(textDifferences(theirs, typed).length)}</p>
        <DifferenceTable
          before={theirs}
          after={typed}
          caption={text.caption}
          names={{ before: text.theirs, after: text.yours }}
        />
        <div className={ui.buttons}>
          <Button onClick={keep}>{text.keep}</Button>
          <Button variant="default" onClick={take}>
            {text.take}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
