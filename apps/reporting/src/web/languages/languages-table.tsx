import type { ShownLanguage } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { LanguageRow } from './language-row.tsx'

const COLUMNS = ['language', 'state', 'complete', 'travelers', 'changed', 'acts'] as const

export function LanguagesTable({ languages }: { readonly languages: readonly ShownLanguage[] }) {
  const { languages: text } = useLanguage().words.reporting
  return (
    <Panel title={text.list}>
      {languages.length === 0 ? (
        <p className={ui.soft}>{text.none}</p>
      ) : (
        <WideTable caption={text.list} isStacked>
          <ColumnHeads columns={COLUMNS} names={text.columns} />
          <tbody>
            {languages.map((language) => (
              <LanguageRow key={language.tag} language={language} />
            ))}
          </tbody>
        </WideTable>
      )}
    </Panel>
  )
}
