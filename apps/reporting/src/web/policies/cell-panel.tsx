import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PageStatus } from '@wayproof/evidence/policy-watch/watched-page'
import { day, moment } from '@wayproof/messages/date-format'
import { languageName } from '@wayproof/messages/language-name'
import { sharePercent } from '@wayproof/messages/number-format'
import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type PolicyPage, type PolicyProof, queryClient, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Drawer } from '../components/drawer.tsx'
import { Facts } from '../components/facts.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './policies.module.css'

interface CellPanelProps {
  readonly page: PolicyPage
  /** The version that the page should show. */
  readonly expected: string | null
  readonly isOfficer: boolean
  readonly onClose: () => void
}

/** Shows what one page was last seen to show, what it should show, and what to do next. */
export function CellPanel({ page, expected, isOfficer, onClose }: CellPanelProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.policies
  const { surfaceId, surface, language, status, look, manual, nextOn, waiting } = page
  const [isTrailShown, setIsTrailShown] = useState(false)
  const proofs = useQuery(trpc.policy.proofs.queryOptions({ surfaceId, language }))
  const check = useMutation(trpc.policy.check.mutationOptions({ onSuccess: () => queryClient.invalidateQueries() }))
  const frame = useRef<HTMLDivElement>(null)
  const { refetch } = proofs
  // The check that the reader requested has finished.
  useEffect(() => {
    if (!waiting) void refetch()
  }, [waiting, refetch])
  // On a phone the panel stands below the grid.
  useEffect(() => frame.current?.scrollIntoView({ block: 'nearest' }), [])
  const { none } = words.reporting.shell
  const [latest] = proofs.data ?? []
  const name = languageName(language, locale)
  const facts: (readonly [string, ReactNode])[] = [
    [text.cell.expected, expected === null ? none : text.cell.version(expected)],
    [text.cell.found, look ? (look.version === null ? text.cell.otherText : text.cell.version(look.version)) : none],
    [text.cell.checked, look ? day(look.checkedOn, locale) : none],
    [text.cell.how, page.url === null || !page.comparable ? text.cell.manual : text.cell.automatic],
    ...(nextOn || manual
      ? [[text.cell.next, waiting ? text.waiting : day(manual?.by ?? nextOn ?? '', locale)] as const]
      : []),
    ...(latest ? [[text.cell.lastFetch, <FetchResult key="result" proof={latest} />] as const] : []),
  ]
  return (
    <div ref={frame} className={styles.aside}>
      <Panel title={name} actions={<LinkButton onClick={onClose}>{words.reporting.shell.close}</LinkButton>}>
        <p className={styles.place}>
          <Verbatim>{surface}</Verbatim>
        </p>
        <PageMark status={status} />
        <Facts facts={facts} />
        {manual && !latest ? <p className={styles.reason}>{text.because[manual.because]}</p> : null}
        <div className={ui.rowActions}>
          {isOfficer && nextOn ? (
            <LinkButton
              aria-label={text.checkNowOf(surface)}
              disabled={check.isPending || waiting}
              onClick={() => check.mutate({ surfaceId })}
            >
              {text.checkNow}
            </LinkButton>
          ) : null}
          {isOfficer && manual ? (
            <Link
              to="/registers/$register"
              params={{ register: 'policy-checks' }}
              search={{ row: 'new', only: `surfaceId:${surfaceId}` }}
            >
              {text.cell.enter}
            </Link>
          ) : null}
          <LinkButton aria-haspopup="dialog" onClick={() => setIsTrailShown(true)}>
            {text.cell.trail}
          </LinkButton>
        </div>
        {check.error ? <ErrorNote error={check.error} /> : null}
      </Panel>
      {isTrailShown ? (
        <Drawer title={text.cell.trail} onClose={() => setIsTrailShown(false)}>
          <Panel title={text.proofs}>
            <p className={styles.place}>
              <Verbatim>{surface}</Verbatim>
            </p>
            <p className={ui.soft}>{text.pageLead}</p>
            {proofs.data && proofs.data.length > 0 ? (
              <ProofsTable proofs={proofs.data} />
            ) : (
              <p className={ui.soft}>{text.noProof}</p>
            )}
          </Panel>
        </Drawer>
      ) : null}
    </div>
  )
}

function PageMark({ status }: { readonly status: PageStatus }) {
  return <StateMark shape={PAGE_SHAPE[status]} label={useLanguage().words.reporting.policies.statuses[status]} />
}

/** Lists every fetch as an audit trail. */
function ProofsTable({ proofs }: { readonly proofs: readonly PolicyProof[] }) {
  const { locale, words } = useLanguage()
  const { timeZone } = useOrganisationDays()
  const text = words.reporting.policies
  const columns = text.proof
  return (
    <WideTable caption={text.proofs} isStacked>
      <ColumnHeads columns={['at', 'outcome', 'answer', 'from', 'bytes']} names={columns} />
      <tbody>
        {proofs.map((proof) => (
          <tr key={proof.id}>
            <th scope="row">{moment(proof.at, timeZone, locale)}</th>
            <td data-label={columns.outcome}>
              <FetchResult proof={proof} />
            </td>
            <td data-label={columns.answer} translate="no">
              {proof.status === null ? text.noAnswer : text.status(proof.status, proof.contentType ?? '')}
              {proof.redirectedTo ? (
                <span className={styles.below}>
                  {text.redirectedTo} {proof.redirectedTo}
                </span>
              ) : null}
            </td>
            <td data-label={columns.from} translate="no">
              <span className={styles.digest}>{proof.url}</span>
              <span className={styles.below}>{proof.connectedTo}</span>
            </td>
            <td data-label={columns.bytes} translate="no">
              <span className={styles.digest}>{proof.digest ?? words.reporting.shell.none}</span>
              {proof.kept && proof.digest ? (
                <a className={styles.download} href={`/policy-bytes/${proof.digest}`}>
                  {text.download}
                </a>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

/** Says what a fetched page showed, or why it could not be read. */
function FetchResult({ proof: { outcome, version, nearest } }: { readonly proof: PolicyProof }) {
  const { words } = useLanguage()
  const text = words.reporting.policies
  if (outcome === 'found') return text.found(version ?? '')
  if (outcome !== 'other-text') return text.unread(text.because[outcome])
  if (!nearest) return text.statuses['other-text']
  return (
    <>
      {text.other(nearest.version, sharePercent(nearest.share) ?? words.reporting.shell.none)}
      <span className={styles.below}>
        {nearest.lacks === null ? text.scattered : text.lacks} <span translate="no">{nearest.lacks}</span>
      </span>
    </>
  )
}

export const PAGE_SHAPE: Readonly<Record<PageStatus, Shape>> = {
  'in-order': 'demonstrated',
  'old-version': 'missed',
  'other-text': 'missed',
  stale: 'unknown',
  'never-seen': 'unknown',
}
