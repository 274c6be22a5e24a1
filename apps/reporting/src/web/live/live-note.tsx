import { useEffect, useState } from 'react'
import type { LiveKind } from '../../server/live/live-kinds.ts'
import { after } from '../browser-time.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { useLanguage } from '../language.tsx'
import styles from '../shell/shell.module.css'
import type { HeldChanges } from './hear-changes.ts'

/** The first screen loads before. */
const START_AFTER_MS = 2000

/** The pages that the menu names for each kind. */
const PLACES = {
  rows: 'registers',
  imports: 'registers',
  deadlines: 'deadlines',
  actions: 'actions',
  meetings: 'meetings',
  waves: 'waves',
  comments: 'waves',
  closing: 'closing',
  rules: 'rules',
  samples: 'samples',
  policies: 'policies',
  editions: 'summaries',
  settings: 'settings',
  approvals: 'approvals',
  decisions: 'scorecard',
  questions: 'questions',
  questionnaires: 'waves',
  requests: 'requests',
  reports: 'whistle-blowing',
  accounts: 'people',
} as const satisfies Readonly<Record<LiveKind, string>>

/** Keeps the page up to date, and says what others changed while its user is typing. */
export function LiveNote() {
  const text = useLanguage().words.reporting.shell
  const [heldChanges, setHeldChanges] = useState<HeldChanges | null>(null)
  useEffect(() => {
    let stop = () => {}
    let isOver = false
    const start = async () => {
      // A page without this part is one that refetches less.
      const part = await import('./hear-changes.ts').catch(() => null)
      if (part && !isOver) stop = part.hearChanges(setHeldChanges)
    }
    const cancel = after(START_AFTER_MS, () => void start())
    return () => {
      isOver = true
      cancel()
      stop()
    }
  }, [])
  if (!heldChanges) return null
  const places = [...new Set(heldChanges.kinds.map((kind) => text[PLACES[kind]]))]
  return (
    <div className={styles.stale}>
      <p className={ui.note} data-tone="caution" role="status">
        <span>{text.changedByOthers(places.join(text.listed))}</span>
        <LinkButton onClick={heldChanges.show}>{text.reload}</LinkButton>
      </p>
    </div>
  )
}
