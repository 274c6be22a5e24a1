import { useRouter } from '@tanstack/react-router'
import surface from '../components/components.module.css'
import { PageHead } from '../components/page-head.tsx'
import { QuietButton } from '../components/quiet-button.tsx'
import { useLanguage } from '../language.tsx'
import { signOut } from '../session.ts'
import { PlainPage } from '../shell/plain-page.tsx'
import { SetUp } from './set-up.tsx'

/** For somebody who has signed in and may do nothing before the second factor is set up. */
export function SetUpPage() {
  const { account, shell } = useLanguage().words.reporting
  const router = useRouter()
  return (
    <PlainPage>
      <PageHead title={account.factor.mustTitle} lead={account.factor.mustLead} />
      <div className={surface.stack}>
        <SetUp onDone={() => router.history.push('/scorecard')} />
        <div>
          <QuietButton onClick={() => void signOut()}>{shell.signOut}</QuietButton>
        </div>
      </div>
    </PlainPage>
  )
}
