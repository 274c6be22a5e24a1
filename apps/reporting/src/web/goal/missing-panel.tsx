import { TextInput } from '@mantine/core'
import type { Verdict } from '@wayproof/scorecard'
import { useState } from 'react'
import type { GoalView } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'
import { CopyButton } from './copy-button.tsx'
import styles from './goal.module.css'
import { missingRows } from './missing-rows.ts'
import { MissingTable } from './missing-table.tsx'

const SHOWN = 100

interface MissingPanelProps {
  readonly verdict: Verdict
  readonly missing: GoalView['missing']
}

/** The exact rows that keep the goal from its target, and how many of how many they are. */
export function MissingPanel({ verdict, missing }: MissingPanelProps) {
  const { words } = useLanguage()
  const text = words.reporting.goal.missing
  const [find, setFind] = useState('')
  const { columns, rows, people } = missingRows(verdict.goal, missing, words)
  const needle = find.trim().toLowerCase()
  const found = rows.filter((row) => row.some((cell) => cell.toLowerCase().includes(needle)))
  const base = verdict.share?.denominator
  return (
    <Panel title={text.title} actions={rows.length > 0 ? <CopyButton rows={[columns, ...found]} /> : null}>
      {rows.length === 0 ? <p className={surface.soft}>{text.none}</p> : null}
      {rows.length > 0 ? (
        <>
          <div className={styles.find}>
            <TextInput
              type="search"
              aria-label={text.search}
              placeholder={text.search}
              value={find}
              onChange={(event) => setFind(event.currentTarget.value)}
            />
            <b>{text.count(verdict.missing ?? people, base ?? people)}</b>
          </div>
          <MissingTable
            caption={text.caption(words.goals.names[verdict.goal])}
            columns={columns}
            rows={found.slice(0, SHOWN)}
          />
          {found.length === 0 ? <p className={styles.more}>{text.noMatch}</p> : null}
          {found.length > SHOWN ? <p className={styles.more}>{text.more(found.length - SHOWN)}</p> : null}
          {columns.length === 2 ? <p className={styles.more}>{text.units}</p> : null}
        </>
      ) : null}
    </Panel>
  )
}
