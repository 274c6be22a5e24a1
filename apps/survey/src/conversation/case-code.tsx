/** @jsxRuntime automatic */
import { NewTabLink } from '../components/new-tab-link.tsx'
import { SlotSentence } from '../components/slot-sentence.tsx'
import type { Page } from '../http/page.ts'

interface CaseCodeProps {
  readonly page: Page
  readonly words: { readonly code: string; readonly keep: string; readonly use: (link: string) => string }
  readonly caseCode: string
  /** URL where the code is used; `address` is its readable form. */
  readonly link: string
  readonly address: string
}

/** Shows a case code and its purpose. Its link opens a new tab, so that the code stays visible. */
export function CaseCode({ page, words, caseCode, link, address }: CaseCodeProps) {
  return (
    <>
      <p>{words.code}</p>
      <p className="code" translate="no">
        {caseCode}
      </p>
      <p>{words.keep}</p>
      <p className="gap">
        <SlotSentence sentence={words.use}>
          <NewTabLink page={page} href={link}>
            {address}
          </NewTabLink>
        </SlotSentence>
      </p>
    </>
  )
}
