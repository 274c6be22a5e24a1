import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { Suspense, useMemo, useState } from 'react'
import { type QuestionnaireVersions, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { CompareDrawer } from '../on-demand.ts'
import { type AddedLanguage, editedLanguages, SecondLanguageContext } from '../questionnaire-fields/second-language.tsx'
import { PhonePreview } from '../questionnaire-preview/phone-preview.tsx'
import { DraftError } from './draft-error.tsx'
import { QuestionTable } from './question-table.tsx'
import styles from './questionnaire.module.css'
import { VersionsStrip } from './versions-strip.tsx'

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
