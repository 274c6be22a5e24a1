import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProviderSentence } from '../access/provider-sentence.tsx'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { SetUp } from '../second-factor/set-up.tsx'
import { type Change, FactorChange } from './factor-change.tsx'

/** At this number or fewer, the page suggests new codes. */
const FEW_CODES = 3

export function FactorPanel() {
  const { factor: text, provider: byProvider } = useLanguage().words.reporting.account
  const { passwordless, provider } = useMe()
  const state = useQuery(trpc.secondFactor.state.queryOptions())
  const [open, setOpen] = useState<Change | 'setUp' | null>(null)
  if (!state.data) return null
  const { enabled, required, recoveryCodes } = state.data
  const name = passwordless ? provider : null
  const offText = name === null ? text.off : <ProviderSentence sentence={byProvider.factorOff} name={name} />
  const close = () => setOpen(null)
  const closeAndRefresh = () => {
    close()
    void queryClient.invalidateQueries()
  }
  const changes = enabled ? (['newCodes', 'move', ...(required ? [] : ['end' as const])] as const) : ['setUp' as const]
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <p className={ui.soft}>
          {name === null ? text.lead : <ProviderSentence sentence={byProvider.factorLead} name={name} />}
        </p>
        {required ? <p className={ui.soft}>{text.required}</p> : null}
        <Note {...(enabled && recoveryCodes <= FEW_CODES ? { tone: 'caution' } : {})}>
          {enabled ? text.left(recoveryCodes) : offText}
        </Note>
        {open === null ? (
          <div className={ui.rowActions}>
            {changes.map((change) => (
              <LinkButton key={change} onClick={() => setOpen(change)}>
                {text[change]}
              </LinkButton>
            ))}
          </div>
        ) : null}
        {open === 'setUp' ? <SetUp onDone={closeAndRefresh} onCancel={close} /> : null}
        {open !== null && open !== 'setUp' ? (
          <FactorChange change={open} required={required} onDone={closeAndRefresh} onCancel={close} />
        ) : null}
      </div>
    </Panel>
  )
}
