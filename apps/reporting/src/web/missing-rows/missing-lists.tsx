import { TextInput } from '@mantine/core'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { periodName } from '@wayproof/messages/date-format'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { useState } from 'react'
import type { GoalView, MissingView } from '../api.ts'
import ui from '../components/components.module.css'
import { CopyButton } from '../components/copy-button.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import styles from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'
import { missingRows } from './missing-rows.ts'
import { MissingTable } from './missing-table.tsx'

interface MissingListsProps {
  readonly verdict: Verdict
  readonly lists: GoalView['missing']
}

/** Lists a goal's missing rows; training has one list per quarter. */
export function MissingLists({ verdict, lists }: MissingListsProps) {
  const { locale, words } = useLanguage()
  const { goal } = verdict
  const [onlyList] = lists
  if (onlyList && lists.length === 1) {
    return <MissingPanel goal={goal} list={onlyList} line={words.scorecard.line(verdict)} anchor={missingPlace()} />
  }
  const quarters = goal === 'staff-training' ? verdict.figures.quarters : []
  return (
    <div id={missingPlace()} className={styles.quarters}>
      {lists.map((list) => {
        const quarter = quarters.find((candidate) => candidate.quarter === list.period)
        return (
          <MissingPanel
            key={list.period}
            goal={goal}
            list={list}
            line={quarter ? words.scorecard.quarterLine(quarter) : ''}
            anchor={missingPlace(list.period)}
            periodText={periodName(list.period, locale)}
          />
        )
      })}
    </div>
  )
}

const MAX_SHOWN_ROWS = 15

interface MissingPanelProps {
  readonly goal: GoalId
  readonly list: MissingView
  /** The sentence that counts the missing rows and the total. */
  readonly line: string
  readonly anchor: string
  /** The name of the list's period where a goal has several lists. */
  readonly periodText?: string
}

/** Lists the rows that keep the goal from its target. */
function MissingPanel({ goal, list, line, anchor, periodText }: MissingPanelProps) {
  const language = useLanguage()
  const { words } = language
  const text = words.reporting.goal.missing
  const [find, setFind] = useState('')
  const [showAll, setShowAll] = useState(false)
  const { columns, rows } = missingRows(goal, list.rows, language)
  const isEmpty = rows.length === 0 && !list.tooFew && !list.altered && list.deleted === 0
  const needle = find.trim().toLowerCase()
  const matching = rows.filter(({ cells }) => cells.some((cell) => cell.toLowerCase().includes(needle)))
  return (
    <Panel
      id={anchor}
      title={periodText ? text.titleOf(periodText) : text.title}
      actions={rows.length > 0 ? <CopyButton rows={[columns, ...matching.map(({ cells }) => cells)]} /> : null}
    >
      <MissingNotes list={list} />
      {list.tooFew ? <p className={ui.soft}>{text.tooFew}</p> : null}
      {isEmpty ? <p className={ui.soft}>{text.none}</p> : null}
      {rows.length > 0 ? (
        <>
          <p className={styles.said}>{line}</p>
          {rows.length > MAX_SHOWN_ROWS ? (
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
            caption={
              periodText ? text.captionOf(words.goals.names[goal], periodText) : text.caption(words.goals.names[goal])
            }
            columns={columns}
            rows={showAll ? matching : matching.slice(0, MAX_SHOWN_ROWS)}
          />
          {matching.length === 0 ? <p className={styles.more}>{text.noMatch}</p> : null}
          {matching.length > MAX_SHOWN_ROWS && !showAll ? (
            <p className={styles.more}>
              <LinkButton onClick={() => setShowAll(true)}>{text.all(matching.length)}</LinkButton>
            </p>
          ) : null}
          {columns.length === 2 ? <p className={styles.more}>{text.units}</p> : null}
        </>
      ) : null}
    </Panel>
  )
}

/** Explains the missing rows of a closed half-year and what has changed since. */
function MissingNotes({ list }: { readonly list: MissingView }) {
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

/** The anchor of a list of missing rows; goals with one list per quarter add the period. */
export const missingPlace = (period?: PeriodKey): string => (period ? `missing-${period}` : 'missing')
