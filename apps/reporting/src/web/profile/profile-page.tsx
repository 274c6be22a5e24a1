import ui from '../components/components.module.css'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { DigestForm } from './digest-form.tsx'
import { FactorPanel } from './factor-panel.tsx'
import { NameForm } from './name-form.tsx'
import { NoPassword } from './no-password.tsx'
import { PasswordForm } from './password-form.tsx'
import { SessionsPanel } from './sessions-panel.tsx'

export function ProfilePage() {
  const text = useLanguage().words.reporting.account.profile
  const { user, passwordless, provider } = useMe()
  if (!user) return null
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <div className={ui.stack}>
        <NameForm user={user} />
        {passwordless ? <NoPassword provider={provider} /> : <PasswordForm email={user.email} />}
        {user.role === 'administrator' ? null : <DigestForm />}
        <FactorPanel />
        <SessionsPanel />
      </div>
    </>
  )
}
