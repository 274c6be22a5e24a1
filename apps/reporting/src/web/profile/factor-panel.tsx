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
import { FactorPasswordForm } from '../second-factor/factor-password-form.tsx'
import { end, move, renewCodes } from '../second-factor/second-factor.ts'
import { RecoveryCodes, SetUp } from '../second-factor/set-up.tsx'

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

type Change = 'newCodes' | 'move' | 'end'

interface FactorChangeProps {
  readonly change: Change
  /** Whether the role requires a second factor. */
  readonly required: boolean
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Changes the second factor after asking for the password and a code. */
function FactorChange({ change, required, onDone, onCancel }: FactorChangeProps) {
  const text = useLanguage().words.reporting.account.factor
  const lead = { newCodes: text.newCodesLead, move: text.moveLead, end: text.endLead }[change]
  return (
    <>
      <p className={ui.soft}>{lead}</p>
      {change === 'newCodes' ? <NewCodes onDone={onDone} onCancel={onCancel} /> : null}
      {change === 'move' && !required ? (
        <SetUp isCodeNeeded make={move} action={text.moveAction} onDone={onDone} onCancel={onCancel} />
      ) : null}
      {change === 'move' && required ? (
        <FactorPasswordForm
          isCodeNeeded
          action={text.moveAction}
          onPassword={(password, code) => afterEnd(password, code, setUpFirst)}
          onCancel={onCancel}
        />
      ) : null}
      {change === 'end' ? (
        <FactorPasswordForm
          isCodeNeeded
          action={text.end}
          onPassword={(password, code) => afterEnd(password, code, onDone)}
          onCancel={onCancel}
        />
      ) : null}
    </>
  )
}

async function afterEnd(password: string, code: string, onEnded: () => void) {
  const fault = await end(password, code)
  if (fault === null) onEnded()
  return fault
}

/** Without a second factor, the server refuses every other request of this role. */
const setUpFirst = () => window.location.assign('/second-factor')

interface NewCodesProps {
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Asks for the password and a code, then shows new recovery codes until the reader has saved them. */
function NewCodes({ onDone, onCancel }: NewCodesProps) {
  const text = useLanguage().words.reporting.account.factor
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  if (codes === null)
    return (
      <FactorPasswordForm
        isCodeNeeded
        action={text.newCodes}
        onCancel={onCancel}
        onPassword={async (password, code) => {
          const newCodes = await renewCodes(password, code)
          if (typeof newCodes === 'string') return newCodes
          setCodes(newCodes)
          void queryClient.invalidateQueries({ queryKey: trpc.secondFactor.state.queryKey() })
          return null
        }}
      />
    )
  return (
    <div className={ui.stack}>
      <RecoveryCodes codes={codes} />
      <div>
        <LinkButton onClick={onDone}>{text.newCodesKept}</LinkButton>
      </div>
    </div>
  )
}
