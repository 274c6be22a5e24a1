import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { wordingIn } from '@wayproof/forms/questionnaire/survey-text'
import { translatedInto } from '@wayproof/forms/questionnaire-draft/local-texts'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { Suspense, useMemo, useState } from 'react'
import { type QuestionnaireVersions, queryClient, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { CompareDrawer } from '../on-demand.ts'
import {
  type AddedLanguage,
  editedLanguages,
  SecondLanguageContext,
  useNameOfLanguage,
} from '../questionnaire-fields/second-language.tsx'
import { PhonePreview } from '../questionnaire-preview/phone-preview.tsx'
import { DraftEditor } from './draft-editor.tsx'
import { DraftError } from './draft-error.tsx'
import styles from './questionnaire.module.css'
import { VersionsStrip } from './versions-strip.tsx'

/** The questionnaire: its published versions, and for officers the draft of the next one. */
export function QuestionnairePage() {
  const { questionnaire: text } = useLanguage().words.reporting
  const isOfficer = useMe().user?.role === 'officer'
  const versions = useQuery(trpc.questionnaire.versions.queryOptions())
  const draft = useQuery({ ...trpc.questionnaire.draft.queryOptions(), enabled: isOfficer })
  const languages = useQuery(trpc.questionnaire.languages.queryOptions())
  const version = versions.data?.versions[0]?.version
  const definition = useQuery({
    ...trpc.questionnaire.definition.queryOptions({ version: version ?? 1 }),
    enabled: version !== undefined,
  })
  const failed = [versions, draft, definition, languages].find(({ isLoadingError }) => isLoadingError)
  if (failed) return <FaultPanel error={failed.error} onAgain={() => void failed.refetch()} />
  if (versions.data === null) return <PageHead title={text.title.none} lead={text.lead.none} trail={[text.crumb]} />
  if (!versions.data || !definition.data || !languages.data || (isOfficer && draft.data === undefined))
    return <Loading heights={[56, 56, 160, 480]} />
  const viewProps = { versions: versions.data.versions, latest: definition.data, languages: languages.data }
  return draft.data ? (
    <DraftEditor key={draft.data.id} draft={draft.data} {...viewProps} />
  ) : (
    <PublishedView isOfficer={isOfficer} {...viewProps} />
  )
}

interface PublishedViewProps {
  readonly versions: QuestionnaireVersions
  /** The JSON form of the newest version. */
  readonly latest: string
  readonly isOfficer: boolean
  /** Added languages, also those not in use. */
  readonly languages: readonly AddedLanguage[]
}

/** The version in use, for every reader; officers may start the next one. */
export function PublishedView({ versions, latest, isOfficer, languages }: PublishedViewProps) {
  const { questionnaire: text } = useLanguage().words.reporting
  const questionnaire = useMemo(() => JSON.parse(latest) as Questionnaire, [latest])
  const [compared, setCompared] = useState<number | null>(null)
  const start = useMutation(
    trpc.questionnaire.start.mutationOptions({
      onSuccess: (draft) => queryClient.setQueryData(trpc.questionnaire.draft.queryKey(), draft),
    }),
  )
  const { version } = questionnaire
  const added = editedLanguages(questionnaire, languages)
  return (
    <SecondLanguageContext value={{ added, second: LOCALES[1], choose: () => undefined }}>
      <PageHead
        title={text.title.published(version)}
        lead={text.lead.published}
        trail={[text.crumb, text.crumbVersion(version)]}
      >
        {isOfficer ? (
          <div className={ui.buttons}>
            <Button variant="default" renderRoot={(props) => <Link to="/waves/languages" {...props} />}>
              {text.act.languages}
            </Button>
            <Button variant="default" renderRoot={(props) => <Link to="/waves/open" {...props} />}>
              {text.act.openWave}
            </Button>
            <Button loading={start.isPending} onClick={() => start.mutate({ from: null })}>
              {text.act.start(version + 1)}
            </Button>
          </div>
        ) : null}
      </PageHead>
      <div className={ui.stack}>
        <DraftError error={start.error} />
        <VersionsStrip
          versions={versions}
          draft={null}
          onCompare={setCompared}
          onRestore={isOfficer ? (from) => start.mutate({ from }) : null}
        />
        <div className={styles.published}>
          <QuestionTable questionnaire={questionnaire} />
          <PhonePreview questionnaire={questionnaire} selected={questionnaire.items[0]?.id ?? null} />
        </div>
      </div>
      {compared === null ? null : (
        <Suspense>
          <CompareDrawer
            versions={versions}
            after={questionnaire}
            before={compared}
            onBefore={setCompared}
            onClose={() => setCompared(null)}
          />
        </Suspense>
      )}
    </SecondLanguageContext>
  )
}

/** All questions of a published version in each language that it has. */
function QuestionTable({ questionnaire }: { readonly questionnaire: Questionnaire }) {
  const { list: text, item } = useLanguage().words.reporting.questionnaireItems
  const nameOf = useNameOfLanguage()
  const written = [...LOCALES, ...translatedInto(questionnaire)]
  const names: Record<string, string> = { number: item.number }
  for (const language of written) names[language] = nameOf(language)
  return (
    <Panel title={text.title} note={text.minutes(questionnaire.estimatedMinutes)}>
      <WideTable caption={text.title} isStacked>
        <ColumnHeads columns={['number', ...written]} names={names} />
        <tbody>
          {questionnaire.items.map((each, nth) => (
            <tr key={each.id}>
              <th scope="row" data-label={names.number}>
                {nth + 1}
              </th>
              {written.map((language) => (
                <td key={language} lang={language} translate="no" dir="auto">
                  {wordingIn(each, language)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
