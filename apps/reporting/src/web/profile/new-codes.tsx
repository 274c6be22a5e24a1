import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { useLanguage } from '../language.tsx'
import { FactorPasswordForm } from '../second-factor/factor-password-form.tsx'
import { RecoveryCodes } from '../second-factor/recovery-codes.tsx'
import { renewCodes } from '../second-factor/second-factor.ts'

interface NewCodesProps {
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Asks for the password and a code, then shows new recovery codes until the reader has saved them. */
export function NewCodes({ onDone, onCancel }: NewCodesProps) {
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
