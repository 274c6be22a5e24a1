/** @jsxRuntime automatic */
import { NewTabLink } from '../components/new-tab-link.tsx'
import type { Page } from '../http/page.ts'

interface CaseCodeProps {
  readonly page: Page
  readonly words: { readonly code: string; readonly keep: string; readonly use: string }
  readonly caseCode: string
  /** Where the code is used: the link, and the address as people read it. */
  readonly link: string
  readonly address: string
}

/** A case code and what it is for. The page that shows it stays open beside the one it is for. */
export function CaseCode({ page, words, caseCode, link, address }: CaseCodeProps) {
  return (
    <>
      <p>{words.code}</p>
      <p className="code" translate="no">
        {caseCode}
      </p>
      <p>{words.keep}</p>
      <p className="gap">
        {words.use}{' '}
        <NewTabLink page={page} href={link}>
          {address}
        </NewTabLink>
      </p>
    </>
  )
}
