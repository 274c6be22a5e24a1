import { Button, Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { withWording } from '@wayproof/forms/questionnaire/survey-text'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { Suspense, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type QuestionnaireVersions, queryClient, type ShownDraft, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { TextField } from '../forms/text-field.tsx'
import { UnsavedGuard } from '../forms/unsaved-guard.tsx'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import { CompareDrawer, ConflictPanel } from '../on-demand.ts'
import type { Editing } from '../questionnaire-fields/editing.ts'
import { hasStemOfItsOwn, numbersOf } from '../questionnaire-fields/item-names.ts'
import itemsStyles from '../questionnaire-fields/items.module.css'
import { LanguageHeads } from '../questionnaire-fields/language-heads.tsx'
import { LocalFields } from '../questionnaire-fields/local-fields.tsx'
import { type AddedLanguage, editedLanguages, SecondLanguageContext } from '../questionnaire-fields/second-language.tsx'
import { shortText } from '../questionnaire-fields/short-text.ts'
import { ItemList } from '../questionnaire-items/item-list.tsx'
import { ItemPanel } from '../questionnaire-items/item-panel.tsx'
import { PhonePreview } from '../questionnaire-preview/phone-preview.tsx'
import { DraftError } from './draft-error.tsx'
import { DraftHead } from './draft-head.tsx'
import { type Finding, findingsOf, type PanelPlace, statesOf } from './findings.ts'
import styles from './questionnaire.module.css'
import { useDraft } from './use-draft.ts'
import { VersionsStrip } from './versions-strip.tsx'

interface DraftEditorProps {
  readonly draft: ShownDraft
  readonly versions: QuestionnaireVersions
  /** The JSON form of the newest version. */
  readonly latest: string
  /** Added languages, also those not in use. */
  readonly languages: readonly AddedLanguage[]
}

/** The draft of the next version: what to fix, the questions, the selected one, and the preview. */
export function DraftEditor({ draft: first, versions, latest, languages: storedLanguages }: DraftEditorProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.questionnaire
  const draft = useDraft(first)
  const { typed, stored, past } = draft.state
  const added = useMemo(() => editedLanguages(typed, storedLanguages), [typed, storedLanguages])
  const [chosen, choose] = useState<string>(LOCALES[1])
  const second = added.some(({ tag }) => tag === chosen) ? chosen : LOCALES[1]
  const before = useMemo(() => JSON.parse(latest) as Questionnaire, [latest])
  const findings = useMemo(
    () => findingsOf(typed, before, text.fix, locale, added),
    [typed, before, text, locale, added],
  )
  const [selected, setSelected] = useState<string | null>(typed.items[0]?.id ?? null)
  const [compared, setCompared] = useState<number | null>(null)
  const panel = useRef<HTMLDivElement>(null)
  const restore = useRestore(stored, draft.see)
  const item = typed.items.find(({ id }) => id === selected)
  const go = (place: PanelPlace, missingIn: string | null) => {
    flushSync(() => {
      setSelected(place === 'lead-in' ? null : place.item)
      if (missingIn) choose(missingIn)
    })
    const missing = missingIn ? panel.current?.querySelector<HTMLElement>('[data-missing] textarea') : null
    const target = missing ?? panel.current
    target?.focus()
    target?.scrollIntoView({ block: 'nearest' })
  }
  const editing = { questionnaire: typed, change: draft.change }
  const broken = findings.filter(({ isTrend }) => isTrend).length
  return (
    <SecondLanguageContext value={{ added, second, choose }}>
      <DraftHead stored={stored} typed={typed} findings={findings} isDirty={draft.isDirty} onStored={draft.see} />
      <div className={ui.stack}>
        {draft.isRefused ? (
          <Suspense>
            <ConflictPanel draft={draft} />
          </Suspense>
        ) : null}
        <DraftError error={draft.error ?? restore.error} />
        {draft.error ? (
          <p>
            <LinkButton onClick={draft.saveAgain}>{words.reporting.faults.again}</LinkButton>
          </p>
        ) : null}
        <VersionsStrip
          versions={versions}
          draft={{
            ...{ version: stored.version, broken, isSaving: draft.isSaving },
            savedAt: draft.isDirty ? null : stored.saved.at,
          }}
          onCompare={setCompared}
          onRestore={draft.isDirty ? null : restore.restore}
        >
          <LinkButton disabled={past.length === 0} onClick={draft.undo}>
            {text.strip.undo}
          </LinkButton>
          <LinkButton onClick={() => setCompared(before.version)}>
            {text.strip.compare(before.version, stored.version)}
          </LinkButton>
        </VersionsStrip>
        <ToFix findings={findings} onGo={go} onCompare={() => setCompared(before.version)} />
        <div className={styles.editor}>
          <ItemList
            {...editing}
            states={statesOf(typed, findings, added)}
            selected={item?.id ?? null}
            onSelect={setSelected}
          />
          <div ref={panel} tabIndex={-1} className={styles.panel}>
            {item ? (
              <ItemPanel key={item.id} {...editing} item={item} onSelect={setSelected} />
            ) : (
              <LeadInPanel {...editing} />
            )}
          </div>
          <PhonePreview questionnaire={typed} selected={item?.id ?? null} />
        </div>
      </div>
      {compared === null ? null : (
        <Suspense>
          <CompareDrawer
            versions={versions}
            after={typed}
            before={compared}
            onBefore={setCompared}
            onClose={() => setCompared(null)}
          />
        </Suspense>
      )}
      <UnsavedGuard isDirty={() => draft.isDirty} />
    </SecondLanguageContext>
  )
}

/** Puts the wording of an old version into the saved draft; Undo brings the draft back. */
function useRestore({ id, revision }: ShownDraft, see: (draft: ShownDraft) => void) {
  const { mutate, error } = useMutation(
    trpc.questionnaire.restore.mutationOptions({
      onSuccess: (draft) => {
        queryClient.setQueryData(trpc.questionnaire.draft.queryKey(), draft)
        see(draft)
      },
    }),
  )
  return { error, restore: (from: number) => mutate({ id, seen: revision, from }) }
}

interface ToFixProps {
  readonly findings: readonly Finding[]
  readonly onGo: (place: PanelPlace, missingIn: string | null) => void
  readonly onCompare: () => void
}

/** Lines shown before the rest is asked for. */
const SHOWN = 5

/** Lists everything to fix before publishing and the warnings, checked while the officer types. */
function ToFix({ findings, onGo, onCompare }: ToFixProps) {
  const { fix: text } = useLanguage().words.reporting.questionnaire
  const [showsAll, setShowsAll] = useState(false)
  const visibleFindings = showsAll ? findings : findings.slice(0, SHOWN)
  return (
    <Panel title={text.title} note={text.note}>
      {findings.length === 0 ? (
        <p className={ui.soft}>{text.none}</p>
      ) : (
        <ul className={styles.findings}>
          {visibleFindings.map(({ key, isFault, title, advice, goTo, missingIn, isTrend }) => (
            <li key={key}>
              <StatusShape shape={isFault ? 'missed' : 'amber'} label={isFault ? text.fault : text.warning} size={18} />
              <b>{title}</b>
              <span className={ui.soft}>{advice}</span>
              {isTrend ? (
                <Button variant="default" size="xs" onClick={onCompare} aria-label={`${text.compare}: ${title}`}>
                  {text.compare}
                </Button>
              ) : goTo ? (
                <Button
                  variant="default"
                  size="xs"
                  onClick={() => onGo(goTo.place, missingIn)}
                  aria-label={missingIn ? `${text.fillIn}: ${title}` : undefined}
                >
                  {missingIn ? text.fillIn : text.goTo(goTo.name)}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {findings.length > visibleFindings.length ? (
        <LinkButton onClick={() => setShowsAll(true)}>{text.all(findings.length)}</LinkButton>
      ) : null}
    </Panel>
  )
}

/** The lead-in, the questions under it, and the minutes that the invitation names. */
function LeadInPanel({ questionnaire, change }: Editing) {
  const { locale, words } = useLanguage()
  const { stem: text } = words.reporting.questionnaireItems
  const { stem, items, estimatedMinutes } = questionnaire
  const choose = (id: string, isUnder: boolean) => {
    const appliesTo = items
      .map((item) => item.id)
      .filter((each) => (each === id ? isUnder : stem.appliesTo.includes(each)))
    change({ ...questionnaire, stem: { ...stem, appliesTo } })
  }
  return (
    <Panel title={text.title} note={text.note}>
      <LanguageHeads of={stem} />
      <LocalFields
        label={text.wording}
        value={stem}
        onChange={(language, wording) =>
          change({ ...questionnaire, stem: withWording(stem, language, wording) }, `stem ${language}`)
        }
      />
      <fieldset className={itemsStyles.block}>
        <legend className={itemsStyles.label}>{text.questions}</legend>
        {items.map((item) => (
          <Checkbox
            key={item.id}
            disabled={hasStemOfItsOwn(item) && !stem.appliesTo.includes(item.id)}
            label={`${numbersOf(questionnaire, [item.id], locale)} ${shortText(item[locale], 80)}`}
            checked={stem.appliesTo.includes(item.id)}
            onChange={({ currentTarget: { checked } }) => choose(item.id, checked)}
          />
        ))}
      </fieldset>
      <div className={itemsStyles.block}>
        <TextField
          label={text.minutes}
          type="number"
          inputMode="numeric"
          className={itemsStyles.short}
          value={estimatedMinutes}
          onChange={({ currentTarget: { value } }) =>
            change({ ...questionnaire, estimatedMinutes: Math.max(1, Math.trunc(Number(value)) || 1) }, 'minutes')
          }
        />
      </div>
    </Panel>
  )
}
