import { count, ratePercent } from '@wayproof/messages/number-format'
import type { WavePreview } from '@wayproof/survey/opening/preview-wave'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { RelativeMoment } from '../components/relative-moment.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'

/** Shows who imported the travelers of a wave, and whether many of them share a mailbox domain. */
export function ProvenancePanel({ provenance, eligible }: Pick<WavePreview, 'provenance' | 'eligible'>) {
  const { locale, words } = useLanguage()
  const text = words.reporting.wavePages.opening.provenance
  const { importers, largestDomain, publicDomains, unknownDomains } = provenance
  const share = (people: number) => ratePercent({ numerator: people, denominator: eligible }) ?? ''
  if (eligible === 0) return null
  return (
    <Panel title={text.title}>
      <WideTable caption={text.title} isStacked>
        <ColumnHeads columns={['by', 'travelers', 'imports', 'last']} names={text.columns} numbers={['travelers']} />
        <tbody>
          {importers.map(({ by, byKey, travelers, imports, lastAt }) => (
            <tr key={`${byKey} ${by}`}>
              <th scope="row" translate="no">
                {by}
                {byKey ? <span className={ui.below}>{text.system}</span> : null}
              </th>
              <td data-label={text.columns.travelers} data-number>
                {text.of(count(travelers, locale), share(travelers))}
              </td>
              <td data-label={text.columns.imports}>{count(imports, locale)}</td>
              <td data-label={text.columns.last}>
                <RelativeMoment at={lastAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <p className={ui.soft}>
        {largestDomain > 0 ? text.domain(largestDomain, share(largestDomain)) : text.noDomain}{' '}
        {publicDomains > 0 ? text.publicDomains(publicDomains, share(publicDomains)) : null}{' '}
        {unknownDomains > 0 ? text.unknownDomains(unknownDomains) : null}
      </p>
      <p className={ui.soft}>{text.hint}</p>
    </Panel>
  )
}
