import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import { periodName } from '@wayproof/messages/date-format'
import { count, ratePercent } from '@wayproof/messages/number-format'
import { PERSONAL_FIELDS } from '@wayproof/operations/personal-data/personal-fields'
import { COVERAGE_STEPS } from '@wayproof/survey/sampling/coverage'
import type { WaveKeyState } from '@wayproof/survey/waves/wave'
import { fact, type MethodReportSection, type MethodReportSource, section } from './method-report.ts'

export function sponsorSection({ organisation, words }: MethodReportSource): MethodReportSection {
  const { sections, sponsor: text } = words.methodReport
  return section(sections.sponsor, {
    facts: [
      fact(text.commissioned, organisation.name),
      fact(text.conducted, text.itself(organisation.name)),
      fact(text.contact, organisation.contactEmail),
      fact(text.purpose, text.purposeText),
    ],
  })
}

export function populationSection({ funnel, locale, words, dayOf }: MethodReportSource): MethodReportSection {
  const { sections, population: text } = words.methodReport
  return section(sections.population, {
    isFolded: true,
    facts: [
      fact(text.population, text.populationText(periodName(funnel.wave.period, locale)), true),
      fact(text.frame, text.frameText(dayOf(funnel.wave.openedAt)), true),
    ],
    tables: [
      {
        caption: text.coverage,
        head: [text.step, text.count],
        rows: COVERAGE_STEPS.map((step) => [text.steps[step], count(funnel.coverage[step], locale)]),
        numbers: [1],
      },
    ],
    notes: [text.outside],
  })
}

export function designSection({ funnel, plan, locale, words }: MethodReportSource): MethodReportSection {
  const { sections, design: text } = words.methodReport
  const { wave, invited, frame } = funnel
  const chance = ratePercent({ numerator: invited, denominator: frame })
  return section(sections.design, {
    facts: [
      fact(text.mode, text.modes[wave.mode], true),
      fact(text.invited, count(invited, locale), true),
      ...(chance ? [fact(text.chance, text.chanceOf(chance), true)] : []),
      fact(text.seed, wave.seed ?? text.noSeed, true),
      fact(text.cells, count(plan.cells, locale), true),
      fact(text.quotas, text.none),
    ],
  })
}

export function fieldworkSection({ funnel, plan, words, dayOf, locale }: MethodReportSource): MethodReportSection {
  const { sections, fieldwork: text, design } = words.methodReport
  const { wave } = funnel
  const isMoved = wave.closesAt !== wave.sealedClosesAt
  return section(sections.fieldwork, {
    isFolded: true,
    facts: [
      fact(text.mode, text.modeText),
      fact(text.languages, text.languagesText(languageNames(plan.questionnaire, locale)), true),
      fact(text.opened, dayOf(wave.openedAt), true),
      fact(text.closes, dayOf(wave.closesAt - 1), !isMoved),
      ...(isMoved ? [fact(text.closesSealed, dayOf(wave.sealedClosesAt - 1), true)] : []),
      fact(text.closed, wave.closedAt === null ? text.notYet : dayOf(wave.closedAt)),
      fact(text.reminders, text.remindersText(wave.firstReminderDays, wave.lastReminderDays), true),
      fact(text.letters, count(wave.letterLimit, locale), true),
      fact(text.incentives, design.none),
      ...(plan.noticeVersion ? [fact(text.notice, text.noticeVersion(plan.noticeVersion), true)] : []),
      fact(text.rules, wave.ruleVersion, true),
    ],
  })
}

/** The languages in which the questionnaire could be answered. */
function languageNames({ items }: MethodReportSource['plan']['questionnaire'], locale: Locale): readonly string[] {
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  const added = items.flatMap(({ translations = {} }) => Object.keys(translations))
  const own = LOCALES.map((tag) => new Intl.Locale(tag).language)
  return [...new Set([...own, ...added])].map((tag) => names.of(tag) ?? tag)
}

export function privacySection({ funnel, plan, words, dayOf }: MethodReportSource): MethodReportSection {
  const { sections, privacy: text } = words.methodReport
  const { unlinkedAt, status } = funnel.wave
  const keyText = ({ destroyedAt, lostAt }: WaveKeyState) => {
    if (lostAt !== null) return text.keyLost(dayOf(lostAt))
    return destroyedAt === null ? text.keyOpen : text.keyDestroyed(dayOf(destroyedAt))
  }
  const retention = PERSONAL_FIELDS.find(({ table, column }) => table === 'answer' && column === 'values')?.kept
  return section(sections.privacy, {
    facts: [
      fact(text.group, text.groupText(plan.smallestGroup), true),
      ...(plan.dominatedCells > 0 ? [fact(text.dominated, text.dominatedText(plan.dominatedCells), true)] : []),
      fact(text.unlinked, status === 'unlinked' && unlinkedAt !== null ? dayOf(unlinkedAt) : text.notYet),
      ...(funnel.key ? [fact(text.key, keyText(funnel.key))] : []),
      ...(retention && 'days' in retention ? [fact(text.kept, text.keptText(retention.days))] : []),
      fact(text.receipt, text.receiptText),
    ],
  })
}
