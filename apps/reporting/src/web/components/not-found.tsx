import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language.tsx'
import { PlainPage } from '../shell/plain-page.tsx'
import { PageHead } from './page-head.tsx'

export function NotFound() {
  const words = useLanguage().words.reporting.faults
  return (
    <PlainPage>
      <PageHead
        title={words.notFound}
        lead={
          <Link to="/" search={{ period: undefined }}>
            {words.home}
          </Link>
        }
      />
    </PlainPage>
  )
}
