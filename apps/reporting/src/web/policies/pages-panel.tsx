import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { day } from '@wayproof/messages'
import type { ReactNode } from 'react'
import { type PolicyPage, queryClient, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { PageMark } from './page-mark.tsx'
import styles from './policies.module.css'

interface PagesPanelProps {
  readonly pages: readonly PolicyPage[]
  readonly isOfficer: boolean
}

/** Lists every published page of each language and its state. */
export function PagesPanel({ pages, isOfficer }: PagesPanelProps) {
  const text = useLanguage().words.reporting.policies
  const check = useMutation(trpc.policy.check.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }))
  const columns = [
    'surface',
    'language',
    'state',
    'version',
    'next',
    ...(isOfficer ? (['action'] as const) : []),
  ] as const
  return (
    <Panel title={text.pages}>
      <WideTable caption={text.pages} isStacked>
        <ColumnHeads columns={columns} names={text.columns} />
        <tbody>
          {pages.map((page, i) => {
            const isFirstOfSurface = pages[i - 1]?.surfaceId !== page.surfaceId
            const isFetchable = pages.some((sibling) => sibling.surfaceId === page.surfaceId && sibling.nextOn !== null)
            const isChecking = check.isPending && check.variables.surfaceId === page.surfaceId
            return (
              <PageRow key={`${page.surfaceId} ${page.language}`} page={page}>
                {isOfficer ? (
                  <td>
                    {isFirstOfSurface && isFetchable ? (
                      <LinkButton
                        aria-label={text.checkNowOf(page.surface)}
                        disabled={isChecking || page.waiting}
                        onClick={() => check.mutate({ surfaceId: page.surfaceId })}
                      >
                        {text.checkNow}
                      </LinkButton>
                    ) : null}
                  </td>
                ) : null}
              </PageRow>
            )
          })}
        </tbody>
      </WideTable>
      {check.error ? <ErrorNote error={check.error} /> : null}
    </Panel>
  )
}

function PageRow({ page, children }: { readonly page: PolicyPage; readonly children: ReactNode }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.policies
  const { surfaceId, surface, kind, language, status, look, manual, nextOn, waiting } = page
  const version = look
    ? look.version === null
      ? text.seenOther(day(look.checkedOn, locale))
      : text.seen(look.version, day(look.checkedOn, locale))
    : words.reporting.shell.none
  const next = waiting
    ? text.waiting
    : manual
      ? text.byHand(day(manual.by, locale))
      : nextOn
        ? text.daily(day(nextOn, locale))
        : words.reporting.shell.none
  return (
    <tr>
      <th scope="row">
        <Link to="/policies" search={{ surface: surfaceId, language }} translate="no">
          {surface}
        </Link>
        <span className={styles.below}>{text.kinds[kind]}</span>
      </th>
      <td data-label={text.columns.language} translate="no">
        {language}
      </td>
      <td data-label={text.columns.state}>
        <PageMark status={status} />
      </td>
      <td data-label={text.columns.version}>{version}</td>
      <td data-label={text.columns.next}>
        {next}
        {manual && !waiting ? <span className={styles.below}>{text.because[manual.because]}</span> : null}
      </td>
      {children}
    </tr>
  )
}
