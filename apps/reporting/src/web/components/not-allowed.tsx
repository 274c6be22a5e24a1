import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language.tsx'
import { PageHead } from './page-head.tsx'

/** Replaces a page that the reader's role may not use, with a way back. */
export function NotAllowed() {
  const words = useLanguage().words.reporting.faults
  return (
    <PageHead
      title={words.notAllowed}
      lead={
        <Link to="/scorecard" search={{ period: undefined }}>
          {words.home}
        </Link>
      }
    />
  )
}
