import { moment } from '@wayproof/messages/date-format'
import type { PolicyProof } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { FetchResult } from './fetch-result.tsx'
import styles from './policies.module.css'

/** Lists every fetch as an audit trail. */
export function ProofsTable({ proofs }: { readonly proofs: readonly PolicyProof[] }) {
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
