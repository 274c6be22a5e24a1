import { Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'

/** Says where to find the link that creates the first officer's account. */
export function NoAccountYet() {
  const text = useLanguage().words.reporting.access
  return (
    <>
      <PageHead title={text.nobodyYet} lead={text.firstLinkPlace} />
      <Note>{text.firstLinkAgain}</Note>
    </>
  )
}
