import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { FactorPasswordForm } from '../second-factor/factor-password-form.tsx'
import { end } from '../second-factor/second-factor.ts'
import { SetUp } from '../second-factor/set-up.tsx'
import { Note } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import { QuietButton } from '../surface/quiet-button.tsx'
import surface from '../surface/surface.module.css'

/** The reader's second factor. */
export function FactorPanel() {
  const text = useLanguage().words.reporting.account.factor
  const state = useQuery(trpc.secondFactor.state.queryOptions())
  const [open, setOpen] = useState(false)
  if (!state.data) return null
  const { enabled } = state.data
  const done = () => {
    setOpen(false)
    void queryClient.invalidateQueries()
  }
  return (
    <Panel title={text.title}>
      <div className={surface.stack}>
        <p className={surface.soft}>{text.lead}</p>
        <Note>{enabled ? text.on : text.off}</Note>
        {open ? null : (
          <div>
            <QuietButton onClick={() => setOpen(true)}>{enabled ? text.end : text.setUp}</QuietButton>
          </div>
        )}
        {open && !enabled ? <SetUp onDone={done} /> : null}
        {open && enabled ? (
          <FactorPasswordForm
            action={text.end}
            act={async (password) => {
              const fault = await end(password)
              if (fault === null) done()
              return fault
            }}
          />
        ) : null}
      </div>
    </Panel>
  )
}
