import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { DigestForm } from './digest-form.tsx'
import { FactorPanel } from './factor-panel.tsx'
import { NameForm } from './name-form.tsx'
import { NoPassword } from './no-password.tsx'
import { PasswordForm } from './password-form.tsx'
import styles from './profile.module.css'
import { SessionsPanel } from './sessions-panel.tsx'

export function ProfilePage() {
  const text = useLanguage().words.reporting.account.profile
  const { user, passwordless, provider } = useMe()
  // A provider's users have no password here.
  const factor = useQuery({ ...trpc.secondFactor.state.queryOptions(), enabled: !passwordless })
  const hasFactor = factor.data?.enabled
  if (!user) return null
  return (
    <>
      <PageHead title={hasFactor === undefined ? text.title : text.signIn(hasFactor)} lead={text.lead} />
      <div className={ui.stack}>
        <div className={styles.columns}>
          <div className={ui.stack}>
            <NameForm user={user} />
            {user.role === 'administrator' ? null : <DigestForm />}
          </div>
          <div className={ui.stack}>
            {passwordless ? <NoPassword provider={provider} /> : <PasswordForm email={user.email} />}
            <FactorPanel />
          </div>
        </div>
        <SessionsPanel />
      </div>
    </>
  )
}
