import type { Locale } from '@wayproof/kernel/people/locale'
import { day } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import { languageName } from '@wayproof/messages/language-name'
import type { PolicyPage } from '../api.ts'

/** Writes the grid as rows for a spreadsheet, with a line for each page. */
export function pageRows(
  pages: readonly PolicyPage[],
  { locale, words }: { readonly locale: Locale; readonly words: Messages },
): readonly (readonly string[])[] {
  const { columns, statuses, seen, seenOther } = words.reporting.policies
  const lookText = ({ look }: PolicyPage) => {
    if (!look) return ''
    const on = day(look.checkedOn, locale)
    return look.version === null ? seenOther(on) : seen(look.version, on)
  }
  return [
    [columns.surface, columns.language, columns.state, columns.version],
    ...pages.map((page) => [page.surface, languageName(page.language, locale), statuses[page.status], lookText(page)]),
  ]
}
