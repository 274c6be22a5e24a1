import { Button } from '@mantine/core'
import { useState } from 'react'
import ui from '../components/components.module.css'
import { Form } from '../forms/form.tsx'
import { PasswordField } from '../forms/password-field.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { FactorFault } from './factor-fault.tsx'
import type { CodeFault } from './second-factor.ts'

interface FactorPasswordFormProps {
  readonly action: string
  /** Null on success. */
  readonly onPassword: (password: string) => Promise<CodeFault | null>
  readonly onCancel?: (() => void) | undefined
}

/** Asks people who have a password for it before the second factor changes. */
export function FactorPasswordForm({ action, onPassword, onCancel }: FactorPasswordFormProps) {
  const { account, shell } = useLanguage().words.reporting
  const text = account.password
  const { passwordless } = useMe()
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<CodeFault | null>(null)
  async function submit() {
    setBusy(true)
    setFault(await onPassword(password))
    setBusy(false)
  }
  return (
    <Form isPassing className={ui.form} onSubmit={() => void submit()} onRefused={() => setFault(null)}>
      {passwordless ? null : (
        <PasswordField
          autoComplete="current-password"
          label={text.current}
          value={password}
          onChange={({ currentTarget: { value } }) => setPassword(value)}
        />
      )}
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
      {fault ? <FactorFault fault={fault} wrongCodeText={text.wrong} /> : null}
    </Form>
  )
}
