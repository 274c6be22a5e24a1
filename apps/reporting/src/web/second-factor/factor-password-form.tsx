import { Button } from '@mantine/core'
import { useState } from 'react'
import ui from '../components/components.module.css'
import { Form } from '../forms/form.tsx'
import { PasswordField } from '../forms/password-field.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { CodeField } from './code-field.tsx'
import { FactorFault } from './factor-fault.tsx'
import type { CodeFault } from './second-factor.ts'

interface FactorPasswordFormProps {
  readonly action: string
  /** A second factor that is on changes with a code only. */
  readonly isCodeNeeded?: boolean
  /** Null on success. */
  readonly onPassword: (password: string, code: string) => Promise<CodeFault | null>
  readonly onCancel?: (() => void) | undefined
}

/** Asks people who have a password for it, and for a code if it is needed, before the second factor changes. */
export function FactorPasswordForm({ action, isCodeNeeded = false, onPassword, onCancel }: FactorPasswordFormProps) {
  const { account, shell } = useLanguage().words.reporting
  const { passwordless } = useMe()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<CodeFault | null>(null)
  async function submit() {
    setBusy(true)
    setFault(await onPassword(password, code))
    setBusy(false)
  }
  return (
    <Form isPassing className={ui.form} onSubmit={() => void submit()} onRefused={() => setFault(null)}>
      {passwordless ? null : (
        <PasswordField
          autoComplete="current-password"
          label={account.password.current}
          value={password}
          onChange={({ currentTarget: { value } }) => setPassword(value)}
        />
      )}
      {isCodeNeeded ? <CodeField hint={account.factor.codeHint} code={code} onCode={setCode} /> : null}
      <div className={ui.buttons}>
        <Button type="submit" loading={busy}>
          {action}
        </Button>
        {onCancel ? (
          <Button variant="default" onClick={onCancel}>
            {shell.cancel}
          </Button>
        ) : null}
      </div>
      {fault ? <FactorFault fault={fault} /> : null}
    </Form>
  )
}
