import { useState } from 'react'
import type { Closing } from '../api.ts'
import ui from '../components/components.module.css'
import { Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { ActionsPanel } from '../remedies/actions-panel.tsx'
import { PreviousActionsPanel } from '../remedies/previous-actions-panel.tsx'
import { VerifyPanel } from '../seals/verify-panel.tsx'
import { ChangedPanel } from './changed-panel.tsx'
import styles from './closing.module.css'
import { closingTitle } from './closing-title.ts'
import { GoalsPanel } from './goals-panel.tsx'
import { ProgressPanel } from './progress-panel.tsx'
import { ReportPanel } from './report-panel.tsx'
import { RestatePanel } from './restate-panel.tsx'
import { SealsPanel } from './seals-panel.tsx'
import { UndoneImports } from './undone-imports.tsx'

export function ClosingView({ view, period }: { readonly view: Closing; readonly period: string }) {
  const { locale, words } = useLanguage()
  const { user } = useMe()
  const isOfficer = user?.role === 'officer'
  const mayVerify = isOfficer || user?.role === 'auditor'
  const { stage } = view
  const isOpen = stage === 'running' || stage === 'ended' || stage === 'reopened'
  const [notified, setNotified] = useState(0)
  return (
    <>
      <PageHead title={closingTitle(view, period, { locale, words })} lead={words.reporting.closing.lead[stage]} />
      {stage === 'closed' && notified > 0 ? <Note>{words.reporting.closing.told(notified)}</Note> : null}
      <div className={styles.grid}>
        <div className={ui.stack}>
          <GoalsPanel view={view} period={period} />
          <ActionsPanel view={view} period={period} isOfficer={isOfficer} />
          {view.before ? (
            <PreviousActionsPanel actions={view.before} period={period} mayRecord={isOfficer && isOpen} />
          ) : null}
        </div>
        <div className={ui.stack}>
          {stage === 'running' || stage === 'closed' ? null : (
            <ProgressPanel view={view} period={period} isOfficer={isOfficer} onClosed={setNotified} />
          )}
          {isOfficer && view.changedSince.length > 0 ? <ChangedPanel view={view} /> : null}
          <UndoneImports undoneImports={view.undone} />
          {view.seals.length > 0 ? <SealsPanel seals={view.seals} /> : null}
          {view.seals.length > 0 ? <ReportPanel period={period} isOfficer={isOfficer} /> : null}
          {isOfficer && stage === 'closed' ? <RestatePanel period={period} /> : null}
          {mayVerify && view.seals.length > 0 ? <VerifyPanel /> : null}
        </div>
      </div>
    </>
  )
}
