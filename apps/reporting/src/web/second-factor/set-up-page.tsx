import { useRouter } from '@tanstack/react-router'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { signOut } from '../session.ts'
import { PlainPage } from '../shell/plain-page.tsx'
import { SetUp } from './set-up.tsx'

/** Shown after sign-in to people whose role requires a second factor. */
export function SetUpPage() {
  const { account, shell } = useLanguage().words.reporting
  const router = useRouter()
  return (
    <PlainPage>
      <PageHead title={account.factor.mustTitle} lead={account.factor.mustLead} />
      <div className={ui.stack}>
        <SetUp onDone={() => router.history.push('/')} />
        <div>
          <LinkButton onClick={() => void signOut()}>{shell.signOut}</LinkButton>
        </div>
      </div>
    </PlainPage>
  )
}
