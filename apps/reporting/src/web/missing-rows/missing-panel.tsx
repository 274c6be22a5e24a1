import { TextInput } from '@mantine/core'
import type { GoalId } from '@wayproof/scorecard'
import { useState } from 'react'
import type { MissingView } from '../api.ts'
import ui from '../components/components.module.css'
import { CopyButton } from '../components/copy-button.tsx'
import { Panel } from '../components/panel.tsx'
import { QuietButton } from '../components/quiet-button.tsx'
import styles from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'
import { MissingNotes } from './missing-notes.tsx'
import { missingRows } from './missing-rows.ts'
import { MissingTable } from './missing-table.tsx'

const SHOWN = 15

interface MissingPanelProps {
  readonly goal: GoalId
  readonly missing: MissingView
  /** The sentence that counts the missing rows and the total. */
  readonly line: string
  /** The panel's anchor. */
  readonly place: string
  /** The name of the list's period where a goal has several lists. */
  readonly of?: string
}

/** Lists the rows that keep the goal from its target. */
export function MissingPanel({ goal, missing, line, place, of }: MissingPanelProps) {
  const language = useLanguage()
  const { words } = language
  const text = words.reporting.goal.missing
  const [find, setFind] = useState('')
  const [all, setAll] = useState(false)
  const { columns, rows } = missingRows(goal, missing.rows, language)
  const none = rows.length === 0 && !missing.tooFew && !missing.altered && missing.deleted === 0
  const needle = find.trim().toLowerCase()
  const matching = rows.filter(({ cells }) => cells.some((cell) => cell.toLowerCase().includes(needle)))
  return (
    <Panel
      id={place}
      title={of ? text.titleOf(of) : text.title}
      actions={rows.length > 0 ? <CopyButton rows={[columns, ...matching.map(({ cells }) => cells)]} /> : null}
    >
      <MissingNotes missing={missing} />
      {missing.tooFew ? <p className={ui.soft}>{text.tooFew}</p> : null}
      {none ? <p className={ui.soft}>{text.none}</p> : null}
      {rows.length > 0 ? (
        <>
          <p className={styles.said}>{line}</p>
          {rows.length > SHOWN ? (
            <TextInput
              type="search"
              className={styles.find}
              aria-label={text.search}
              placeholder={text.search}
              value={find}
              onChange={(event) => setFind(event.currentTarget.value)}
            />
          ) : null}
          <MissingTable
            caption={of ? text.captionOf(words.goals.names[goal], of) : text.caption(words.goals.names[goal])}
            columns={columns}
            rows={all ? matching : matching.slice(0, SHOWN)}
          />
          {matching.length === 0 ? <p className={styles.more}>{text.noMatch}</p> : null}
          {matching.length > SHOWN && !all ? (
            <p className={styles.more}>
              <QuietButton onClick={() => setAll(true)}>{text.all(matching.length)}</QuietButton>
            </p>
          ) : null}
          {columns.length === 2 ? <p className={styles.more}>{text.units}</p> : null}
        </>
      ) : null}
    </Panel>
  )
}
